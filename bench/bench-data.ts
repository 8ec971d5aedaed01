import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '#kernel/config.ts'
import { readMigrations } from '#kernel/migrate.ts'
import { makeNorthwind } from '#server/commands/demo/northwind.ts'
import { freshen } from '#server/commands/demo/volume/freshen.ts'
import { withRuntime } from '#server/commands/with-runtime.ts'
import { migrationsFolder } from '#server/start.ts'

export type Size = Readonly<{ contractors: number; invoices: number }>

/** The people who work at Northwind by the commands, before the volume is filled in beside them. */
const crew = 18
const months = 2

/** Makes the data once. What it was made of is written beside it, so that other sizes or other tables make it again. */
export const makeData = async (folder: string, size: Size): Promise<void> => {
  const made = JSON.stringify({ ...size, crew, months, tables: hashOfMigrations() })
  const note = join(folder, 'made-of.json')
  if (existsSync(note) && readFileSync(note, 'utf8') === made) return
  rmSync(folder, { recursive: true, force: true })
  makeOpenFolder(folder)
  await withRuntime(configFor(folder), async (runtime, { owner }) => {
    const volume = { invoices: size.invoices, owner }
    await makeNorthwind(runtime, { contractors: size.contractors, crew, months, volume }, (line) =>
      process.stderr.write(`${line}\n`),
    )
    await freshen(owner)
  })
  writeFileSync(note, made)
}

const hashOfMigrations = (): string => {
  const hash = createHash('sha256')
  for (const { sha256 } of readMigrations(migrationsFolder)) hash.update(sha256)
  return hash.digest('hex')
}

/** The measured server works on a copy: every run begins with the same rows, and leaves none behind. */
export const copyData = (from: string, to: string): void => {
  rmSync(to, { recursive: true, force: true })
  makeOpenFolder(to)
  const copied = spawnSync('cp', ['-aL', '--reflink=auto', `${from}/.`, to], { encoding: 'utf8' })
  if (copied.status !== 0) throw new Error(`The data could not be copied: ${copied.stderr}`)
}

/** A link stands where the database had to be kept elsewhere; a copy has none. */
export const removeData = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** Under root the database runs as another user, who has to get through here. */
const makeOpenFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o711)
}

export const configFor = (folder: string) => readConfig({ MUSTER_DATA: folder, LOG_LEVEL: 'error' }, folder)
