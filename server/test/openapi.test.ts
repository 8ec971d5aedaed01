import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApi } from '#kernel/openapi.ts'
import { handlers } from '../src/app.ts'

const program = join(import.meta.dirname, '../../node_modules/@redocly/cli/bin/cli.js')
const rules = join(import.meta.dirname, 'redocly.yaml')
/** Nothing of it leaves the machine: no telemetry, no look for a newer version. */
const quiet = {
  PATH: process.env.PATH,
  HOME: tmpdir(),
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-openapi-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Found = Readonly<{ ruleId: string; severity: string; message: string }>

/** What an independent reader of OpenAPI finds wrong with a document. */
const faultsOf = async (document: unknown): Promise<readonly Found[]> => {
  const file = join(folder, 'openapi.json')
  await writeFile(file, JSON.stringify(document))
  const lint = spawn(process.execPath, [program, 'lint', file, '--config', rules, '--format', 'json'], { env: quiet })
  let said = ''
  lint.stdout.on('data', (piece: Buffer) => {
    said += piece
  })
  await new Promise((resolve, reject) => lint.once('close', resolve).once('error', reject))
  return (JSON.parse(said.slice(said.indexOf('{'))) as { problems: Found[] }).problems
}

const printed = () =>
  openApi(
    handlers.map(({ endpoint }) => endpoint),
    '1',
  )

test('a document that breaks OpenAPI 3.1 is found out', async () => {
  const found = await faultsOf({ ...printed(), paths: { '/broken': { get: { summary: 7 } } } })

  expect(found.some(({ severity }) => severity === 'error')).toBe(true)
}, 120_000)

test('the API is described in valid OpenAPI 3.1, without a warning', async () => {
  const document = printed()

  expect(document.openapi).toMatch(/^3\.1\./)
  expect(await faultsOf(document)).toEqual([])
}, 120_000)
