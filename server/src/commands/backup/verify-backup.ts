import { randomBytes } from 'node:crypto'
import pg, { type ClientConfig } from 'pg'
import { machine } from '#kernel/actor.ts'
import { CannotStart } from '#kernel/cannot-start.ts'
import { workOf } from '#kernel/command.ts'
import { openDatabase, transaction } from '#kernel/db.ts'
import { superuser } from '#kernel/postgres/cluster.ts'
import { connect } from '#kernel/postgres/connect.ts'
import { verify } from '#modules/audit/index.ts'
import { organizations } from '../organizations.ts'
import { refuseDamaged } from './copy-files.ts'
import { loadBackup } from './load-backup.ts'
import { filesOf, readManifest } from './manifest.ts'
import type { Ground } from './take-backup.ts'

/** Restores a backup into a database made for that, looks whether it holds together, and drops it again. */
export const verifyBackup = async (
  { config, runtime, postgres }: Ground,
  folder: string,
): Promise<readonly string[]> => {
  const manifest = await readManifest(folder)
  const files = await refuseDamaged(filesOf(folder))
  const scratch = `muster_verify_${randomBytes(6).toString('hex')}`
  const maker = config.databaseUrl === undefined ? { ...postgres.owner, user: superuser } : postgres.owner
  await make(maker, scratch, postgres.owner)
  try {
    await loadBackup(inside(postgres.owner, scratch), folder, manifest)
    const db = openDatabase(inside(postgres.app, scratch), () => undefined)
    try {
      const lines = await verdicts({ ...runtime, db })
      return [
        ...lines,
        `Restored into a scratch database: ${manifest.tables.length} tables, ${files} files, all whole.`,
      ]
    } finally {
      await db.close()
    }
  } finally {
    await asMaker(maker, `drop database if exists ${scratch} with (force)`)
  }
}

const verdicts = async (runtime: Ground['runtime']): Promise<readonly string[]> => {
  const lines: string[] = []
  for (const { organizationId, slug } of await organizations(runtime)) {
    const actor = machine(organizationId)
    const { intact, faults, sealed } = await transaction(runtime.db, { ...actor, readOnly: true }, (tx) =>
      verify(workOf(runtime, tx, { actor, now: runtime.outside.now() })),
    )
    // A checkpoint kept after the moment of the backup is ahead of it, and proves nothing against it.
    const own = faults.filter(({ position }) => position === null || position <= sealed)
    if (!intact && own.length > 0)
      throw new CannotStart(`${slug}: the log of the backup is not intact: ${own[0]?.what}`)
    lines.push(`${slug}: the log is intact up to ${sealed}.`)
  }
  return lines
}

const make = async (maker: ClientConfig, name: string, owner: ClientConfig): Promise<void> => {
  const client = await connect(owner)
  const user = client.user ?? ''
  await client.end()
  await asMaker(maker, `create database ${name} owner ${pg.escapeIdentifier(user)} template template0`).catch(
    (refusal: unknown) => {
      throw new CannotStart(
        `The database user ${user} may not create a database to try the backup out in. ` +
          `Run once as an administrator: alter role ${pg.escapeIdentifier(user)} createdb;`,
        refusal,
      )
    },
  )
}

const asMaker = async (maker: ClientConfig, statement: string): Promise<void> => {
  const client = await connect(maker)
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The same server and user, another database. */
const inside = <C extends ClientConfig>(config: C, database: string): C => {
  if (config.connectionString === undefined) return { ...config, database }
  const address = new URL(config.connectionString)
  address.pathname = `/${database}`
  return { ...config, connectionString: address.href }
}
