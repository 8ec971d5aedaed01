import type pg from 'pg'

export type Table = Readonly<{ name: string; columns: readonly string[] }>

/**
 * Every table with what was put into it; a generated column makes itself. Which data folder a database worked with, and
 * which migrations it has had, is no part of what is brought back.
 */
export const tablesOf = async (client: pg.Client): Promise<readonly Table[]> => {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname in ('public', 'auth', 'install') and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = '' and c.oid <> all (array['install.places'::regclass, 'public.schema_migrations'::regclass])
     group by 1 order by 1`,
  )
  return rows
}

type Definition = Readonly<{ drop: string; restore: string }>

const inOurs = `connamespace = any (array['public'::regnamespace, 'auth'::regnamespace, 'install'::regnamespace])`

/** What is looked at row by row, and is built in one go when all rows are there: a row that breaks it makes that fail. */
const rowByRow = [
  `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
     format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore
   from pg_constraint where contype = 'f' and ${inOurs} order by conname`,
  `select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as restore
   from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('public', 'auth', 'install') and not i.indisprimary
     and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
   order by i.indexrelid::regclass::text`,
]

/** Lets the owner fill empty tables: no trigger fires, no wall stands in the way. Gives what puts all of it back. */
export const open = async (client: pg.Client, tables: readonly Table[]): Promise<() => Promise<void>> => {
  const forced = await client.query<{ name: string }>(
    'select oid::regclass::text as name from pg_class where relforcerowsecurity',
  )
  const known: Definition[] = []
  for (const text of rowByRow) known.push(...(await client.query<Definition>(text)).rows)
  for (const { drop } of known) await client.query(drop)
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`)
  for (const { name } of forced.rows) await client.query(`alter table ${name} no force row level security`)
  return async () => {
    await client.query(`set local maintenance_work_mem = '256MB'`)
    for (const { restore } of known.toReversed()) await client.query(restore)
    for (const { name } of forced.rows) await client.query(`alter table ${name} force row level security`)
    for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`)
  }
}
