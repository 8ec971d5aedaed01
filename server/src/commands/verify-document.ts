import { readFile } from 'node:fs/promises'
import { CannotStart } from '#kernel/cannot-start.ts'
import type { Config } from '#kernel/config.ts'
import { verifyDocument } from '#modules/agreements/index.ts'
import { withRuntime } from './with-runtime.ts'

/** Says whether a PDF was sealed here and is whole and unchanged. Exit code 1 when it is not. */
export const verifyDocumentFile = async (config: Config, file: string | undefined): Promise<number> => {
  if (!file) throw new CannotStart('Say which file: muster verify document FILE.')
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CannotStart(`The file ${file} cannot be read.`, error)
  })
  const verdict = await withRuntime(config, (runtime) => verifyDocument(runtime, bytes), { inRestoredMode: 'go on' })
  process.stdout.write(`${JSON.stringify(verdict, undefined, 2)}\n`)
  return verdict.verdict === 'refused' ? 1 : 0
}
