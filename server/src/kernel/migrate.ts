import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { CannotStart } from '#kernel/cannot-start.ts'
import { connect } from '#kernel/postgres/connect.ts'

type Migration = Readonly<{ name: string; sha256: string; sql: string }>
type Applied = Readonly<{ name: string; sha256: string }>

/** One number for all of Muster's migrations in a database; only has to differ from other users of such locks. */
const lockNumber = 6_087_183_512

/**
 * Brings the database to the version of the files in `folder`; answers the names that were applied.
 * `only` some of them, for a database that is to be as old as a backup. Several processes may start at once: each file is applied once, by whoever takes the lock first. The lock lives in
 * the file's own transaction, because a session's lock would stay behind in a pooler.
 */
export const migrate = async (
  owner: pg.ClientConfig,
  folder: string,
  only?: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const migrations = readMigrations(folder).filter(({ name }) => only?.has(name) ?? true)
  const client = await connect(owner)
  try {
    const done: string[] = []
    for (
      let name = await applyNext(client, migrations);
      name !== undefined;
      name = await applyNext(client, migrations)
    ) {
      done.push(name)
    }
    return done
  } finally {
    await client.end()
  }
}

/** The files in the order they are applied in, which is that of their names. */
export const readMigrations = (folder: string): readonly Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    })

const applyNext = async (client: pg.Client, migrations: readonly Migration[]): Promise<string | undefined> => {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lockNumber])
    const next = nextOf(migrations, await readApplied(client))
    if (next !== undefined) await apply(client, next)
    await client.query('commit')
    return next?.name
  } catch (failure) {
    await client.query('rollback')
    throw failure
  }
}

const readApplied = async (client: pg.Client): Promise<readonly Applied[]> => {
  const table = await client.query("select 1 where to_regclass('schema_migrations') is not null")
  if (table.rowCount !== 0) return (await client.query<Applied>('select name, sha256 from schema_migrations')).rows
  await client.query(
    `create table schema_migrations (
       name text primary key, sha256 text not null, applied_at timestamptz not null default now()
     );
     grant select on schema_migrations to public`,
  )
  return []
}

/**
 * The first file not applied yet. Every file that was applied must still be there, unchanged, and what is new comes after
 * all of them: a file that slips in below the newest would run on a schema that nobody tried it on.
 */
export const nextOf = (migrations: readonly Migration[], applied: readonly Applied[]): Migration | undefined => {
  const files = new Map(migrations.map((migration) => [migration.name, migration]))
  const newest = migrations.at(-1)?.name ?? ''
  for (const { name, sha256 } of applied) {
    if (name > newest) {
      throw new CannotStart(
        `The database is newer than this Muster: it has had ${name}. Install the newer version again.`,
      )
    }
    const file = files.get(name)
    if (file === undefined)
      throw new CannotStart(`The migration ${name} was applied to the database but its file is missing.`)
    if (file.sha256 !== sha256) {
      throw new CannotStart(`The migration ${name} was changed after it was applied. Put the original back.`)
    }
  }
  const done = new Set(applied.map(({ name }) => name))
  const next = migrations.find(({ name }) => !done.has(name))
  const last = [...done].sort().at(-1)
  if (next !== undefined && last !== undefined && next.name < last) {
    throw new CannotStart(
      `The migration ${next.name} is older than ${last}, which the database has had. Give it the time of today.`,
    )
  }
  return next
}

const apply = async (client: pg.Client, { name, sha256, sql }: Migration): Promise<void> => {
  try {
    await client.query(sql)
  } catch (failure) {
    const where =
      failure instanceof pg.DatabaseError && failure.position ? ` (line ${lineAt(sql, failure.position)})` : ''
    const why = failure instanceof Error ? failure.message : String(failure)
    throw new CannotStart(`The migration ${name}${where} was refused, and nothing of it was kept: ${why}.`, failure)
  }
  await client.query('insert into schema_migrations (name, sha256) values ($1, $2)', [name, sha256])
}

const lineAt = (sql: string, position: string): number => sql.slice(0, Number(position)).split('\n').length
