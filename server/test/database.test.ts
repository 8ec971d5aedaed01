import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decimalsOf } from '#kernel/currency.ts'
import { createWorld, type World } from './world.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

/** Global on purpose, small, and the same for every organization: reference tables of a distributed database. */
const global = ['schema_migrations', 'legal_transitions', 'organization_slugs']

const tables = "c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')"

test('every table of an organization is behind row security, enabled and forced, for reading and for writing', async () => {
  const open = await w.sql(
    `select c.relname from pg_class c where ${tables} and c.relname <> all ($1) and not (
      c.relrowsecurity and c.relforcerowsecurity and exists (
        select from pg_policy p where p.polrelid = c.oid and p.polqual is not null and p.polwithcheck is not null))`,
    [global],
  )

  expect(open).toEqual([])
})

test('the application owns no table and may not go around row security', async () => {
  const [role] = await w.sql(
    "select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'muster_app'",
  )
  const owned = await w.sql("select relname from pg_class where relowner = 'muster_app'::regrole")

  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false })
  expect(owned).toEqual([])
})

test('the schema could be spread over servers by organization', async () => {
  const faults = await w.sql(
    `select 'no organization_id' as fault, c.relname::text as what from pg_class c where ${tables} and c.relname <> all ($1)
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped)
    union all select 'primary key starts elsewhere', i.indexrelid::regclass::text from pg_index i
      join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where ${tables} and i.indisprimary and a.attname <> 'organization_id' and c.relname <> all ($1)
    union all select 'unique index without organization', i.indexrelid::regclass::text from pg_index i
      join pg_class c on c.oid = i.indrelid where ${tables} and i.indisunique and c.relname <> all ($1) and not exists (
        select from pg_attribute a where a.attrelid = i.indrelid and a.attname = 'organization_id' and a.attnum = any (i.indkey::int2[]))
    union all select 'foreign key without organization', k.conname::text from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.confrelid::regclass::text <> all ($1)
      and k.confrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) and not exists (
        select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'organization_id' and a.attnum = any (k.conkey))
    union all select 'sequence', c.relname::text from pg_class c where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace`,
    [global],
  )

  expect(faults).toEqual([])
})

test('every foreign key has an index that finds its rows', async () => {
  const slow = await w.sql(
    `select k.conrelid::regclass::text || ' ' || k.conname as what from pg_constraint k
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace and not exists (
       select from pg_index i where i.indrelid = k.conrelid and i.indpred is null
         and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
  )

  expect(slow).toEqual([])
})

test('functions that lend the eyes of the owner name their schema and are not for everybody', async () => {
  const loose = await w.sql(
    `select p.proname from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace and (
       not exists (select from unnest(p.proconfig) as setting where setting like 'search_path=%')
       or has_function_privilege('public', p.oid, 'execute'))`,
  )

  expect(loose).toEqual([])
})

test('database and code agree on the decimals of every currency', async () => {
  const currencies = Intl.supportedValuesOf('currency')
  const rows = await w.sql('select code, decimals_of(code) as decimals from unnest($1::text[]) as code', [currencies])

  expect(rows.filter(({ code, decimals }) => decimals !== decimalsOf(code))).toEqual([])
})

/** What `tables.ts` says about a table must be what the migrations made. */
test('the types of the tables match the migrated database', async () => {
  const root = join(import.meta.dirname, '../src/modules')
  const declared = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /tables\.ts$/.test(file))
    .flatMap((file) => tablesIn(readFileSync(join(root, file), 'utf8')))
  const actual = await w.sql(
    "select table_schema, table_name, column_name from information_schema.columns where table_schema in ('public', 'auth')",
  )
  const columns = Map.groupBy(actual, (row) => row.table_name as string)

  const unknown = declared.flatMap(({ table, names }) =>
    names
      .filter((name) => !columns.get(table)?.some((row) => row.column_name === name))
      .map((name) => `${table}.${name}`),
  )

  expect(declared.length).toBeGreaterThan(2)
  expect(unknown).toEqual([])
})

const tablesIn = (source: string) =>
  [...source.matchAll(/^ {2}['"]?(?:auth\.)?(\w+)['"]?: \{([^}]*)\}/gm)].map(([, table = '', body = '']) => ({
    table,
    names: [...body.matchAll(/(\w+)\??:/g)].map(([, name = '']) => name),
  }))
