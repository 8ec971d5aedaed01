import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { CannotStart } from '#kernel/cannot-start.ts'
import type { Config } from '#kernel/config.ts'
import { connect } from '#kernel/postgres/connect.ts'
import type { Postgres } from '#kernel/postgres/open-postgres.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { withRuntime } from '../with-runtime.ts'
import { tablesOf } from './catalogue.ts'
import { copyFiles } from './copy-files.ts'
import { copyOut } from './copy-tables.ts'
import { checkpointsOf, filesOf, keyCheckOf, type Manifest, ownVersion, writeManifest } from './manifest.ts'
import { verifyBackup } from './verify-backup.ts'

type Wish = Readonly<{ to?: string | undefined; verify?: boolean | undefined }>

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Writes everything but the key to a new folder, beside a server at work or without one. */
export const backUp = (config: Config, { to, verify = false }: Wish): Promise<number> =>
  withRuntime(
    config,
    async (runtime, postgres) => {
      const folder = resolve(
        to ?? `muster-backup-${runtime.outside.now().toISOString().slice(0, 19).replaceAll(':', '-')}`,
      )
      const manifest = await takeBackup({ config, runtime, postgres }, folder)
      say(`${folder}: ${rowsIn(manifest)} rows and ${manifest.files.count} files as of ${manifest.madeAt}.`)
      if (verify) for (const line of await verifyBackup({ config, runtime, postgres }, folder)) say(line)
      say(
        `The key is not in it. Keep a copy of ${config.keyFile} in another place: without it the backup cannot be used.`,
      )
      return 0
    },
    { inRestoredMode: 'go on' },
  )

const rowsIn = ({ tables }: Manifest): number => tables.reduce((sum, { rows }) => sum + rows, 0)

export type Ground = Readonly<{ config: Config; runtime: Runtime; postgres: Postgres }>

/** The folder gets its name when it is whole. */
export const takeBackup = async ({ config, runtime, postgres }: Ground, folder: string): Promise<Manifest> => {
  if (existsSync(folder)) throw new CannotStart(`${folder} exists already; a backup is written to a new folder.`)
  const unfinished = `${folder}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(join(unfinished, 'tables'), { recursive: true, mode: 0o700 })
  const client = await connect({ ...postgres.owner, statement_timeout: 0 })
  try {
    // One moment for all tables, while everybody goes on working.
    await client.query('begin isolation level repeatable read read only')
    const madeAt = runtime.outside.now().toISOString()
    const migrations = (
      await client.query<Manifest['migrations'][number]>('select name, sha256 from schema_migrations order by name')
    ).rows
    const tables = []
    for (const table of await tablesOf(client)) tables.push(await copyOut(client, unfinished, table))
    await client.query('commit')
    const files = await copyFiles(join(config.dataFolder, 'files'), filesOf(unfinished))
    await copyFiles(join(config.dataFolder, 'checkpoints'), checkpointsOf(unfinished))
    const keyCheck = keyCheckOf(runtime.outside.secrets)
    const manifest: Manifest = { format: 1, madeAt, version: ownVersion(), keyCheck, migrations, tables, files }
    await writeManifest(unfinished, manifest)
    await rename(unfinished, folder)
    return manifest
  } finally {
    await client.end()
  }
}
