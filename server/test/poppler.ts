import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'

const run = (tool: string, args: readonly string[]): string | undefined => {
  try {
    return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (fault) {
    // pdfsig also ends with an error for a file without a signature, and says so on its output.
    return fault instanceof Error && 'stdout' in fault && typeof fault.stdout === 'string' ? fault.stdout : undefined
  }
}

const absent = run('pdfsig', ['-v']) === undefined
if (absent && process.env.CI === 'true')
  throw new Error('The judge of signed PDFs is missing: install poppler-utils.')
if (absent) console.warn('Skipped what needs pdfsig as an independent judge: install poppler-utils to run it.')

/** A test in which foreign code, poppler, judges a PDF. */
export const popplerTest = test.skipIf(absent)

const ask = (tool: string, pdf: Uint8Array, args: readonly string[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-poppler-'))
  try {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, pdf)
    return (
      run(
        tool,
        args.map((arg) => (arg === 'FILE' ? file : arg)),
      ) ?? ''
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What poppler finds about the signatures of a file. */
export const pdfsig = (pdf: Uint8Array): string => ask('pdfsig', pdf, ['-nocert', 'FILE'])

/** The text of a file in the order in which people read it. */
export const pdftotext = (pdf: Uint8Array): string => ask('pdftotext', pdf, ['-layout', 'FILE', '-'])

export const pdfdetach = (pdf: Uint8Array): string => ask('pdfdetach', pdf, ['-list', 'FILE'])
