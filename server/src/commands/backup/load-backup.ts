import type { ClientConfig } from 'pg'
import { CannotStart } from '#kernel/cannot-start.ts'
import { enterRestored } from '#kernel/install/places.ts'
import { migrate } from '#kernel/migrate.ts'
import { connect } from '#kernel/postgres/connect.ts'
import { migrationsFolder } from '../../start.ts'
import { open, tablesOf } from './catalogue.ts'
import { copyIn } from './copy-tables.ts'
import type { Manifest } from './manifest.ts'

/** Fills a database without tables with what a backup holds. It is in restored mode when it is whole. */
export const loadBackup = async (owner: ClientConfig, folder: string, manifest: Manifest): Promise<void> => {
  await refuseUsed(owner)
  await migrate(owner, migrationsFolder, new Set(manifest.migrations.map(({ name }) => name)))
  const client = await connect({ ...owner, statement_timeout: 0 })
  try {
    await refuseOtherMigrations(client, manifest)
    await client.query('begin')
    const tables = await tablesOf(client)
    const close = await open(client, tables)
    for (const table of manifest.tables) await copyIn(client, folder, table)
    await close()
    await enterRestored(client, `This was restored from the backup of ${manifest.madeAt}.`)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

const refuseUsed = async (owner: ClientConfig): Promise<void> => {
  const client = await connect(owner)
  try {
    const { rows } = await client.query<{ used: boolean }>("select to_regclass('journal') is not null as used")
    if (rows[0]?.used) throw new CannotStart('The database is in use. A backup is restored into an empty one.')
  } finally {
    await client.end()
  }
}

/** A newer Muster restores what an older one wrote, and brings it up at its next start; never the other way round. */
const refuseOtherMigrations = async (
  client: Awaited<ReturnType<typeof connect>>,
  { migrations, version }: Manifest,
) => {
  const { rows } = await client.query<Manifest['migrations'][number]>('select name, sha256 from schema_migrations')
  const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]))
  const other = migrations.find(({ name, sha256 }) => applied.get(name) !== sha256)
  if (other !== undefined)
    throw new CannotStart(
      `The backup was made by Muster ${version} and holds ${other.name}, which this Muster does not know. Install the newer version.`,
    )
}
