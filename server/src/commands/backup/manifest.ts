import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CannotStart } from '#kernel/cannot-start.ts'
import type { Secrets } from '#kernel/secrets.ts'

/** One table: where its rows lie, what they are, and how to see that nothing of them was lost. */
const Table = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  sha256: z.string(),
})
export type BackedUpTable = Readonly<z.output<typeof Table>>

const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  version: z.string(),
  /** Tells whether a key file is the one of this backup, and nothing about the key. */
  keyCheck: z.string(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  tables: z.array(Table),
  files: z.object({ count: z.int(), bytes: z.int() }),
})
export type Manifest = Readonly<z.output<typeof Manifest>>

const fileIn = (folder: string): string => join(folder, 'manifest.json')

/** Where the rows of a table lie: as COPY writes them, compressed by Zstandard. */
export const rowsOf = (folder: string, table: string): string => join(folder, 'tables', `${table}.copy.zst`)
export const filesOf = (folder: string): string => join(folder, 'files')
export const checkpointsOf = (folder: string): string => join(folder, 'checkpoints')

export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeFile(fileIn(folder), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 })

export const readManifest = async (folder: string): Promise<Manifest> => {
  try {
    return Manifest.parse(JSON.parse(await readFile(fileIn(folder), 'utf8')))
  } catch (refusal) {
    throw new CannotStart(`There is no whole backup in ${folder}.`, refusal)
  }
}

export const keyCheckOf = (secrets: Pick<Secrets, 'derive'>): string =>
  createHash('sha256').update(secrets.derive('backup key check')).digest('hex')

const Package = z.object({ version: z.string() })

/** Of the Muster that runs. */
export const ownVersion = (): string =>
  Package.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../../../package.json'), 'utf8'))).version
