import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '#test/postgres.ts'
import { appRole, ownerRole } from './cluster.ts'
import { connect } from './connect.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const asApp = async (statement: string) => {
  const client = await connect(database.app)
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

test.each([
  `set role ${ownerRole}`,
  'set role postgres',
  `set session authorization ${ownerRole}`,
  'alter table journal disable row level security',
  'alter table journal no force row level security',
  'drop policy own_organization on journal',
  'drop trigger journal_is_append_only on journal',
  'create policy everything on journal using (true)',
  'create table mine (name text)',
  'create role friend bypassrls',
  `alter role ${appRole} bypassrls`,
  'truncate journal',
  'delete from journal',
  "update journal set name = 'another'",
  "copy journal to program 'cat'",
  "select pg_read_file('/etc/passwd')",
])('the application role may not: %s', async (statement) => {
  await expect(asApp(statement)).rejects.toMatchObject({ code: '42501' })
})

test('an injected "reset role" leads nowhere, because the pool signs in as the application role', async () => {
  const { rows } = await asApp('select current_user, session_user')
  expect(rows).toEqual([{ current_user: appRole, session_user: appRole }])

  const client = await connect(database.app)
  await client.query('reset role; reset session authorization')
  expect((await client.query('select current_user')).rows).toEqual([{ current_user: appRole }])
  await client.end()
})

test('neither role has powers over the server, and the application owns nothing', async () => {
  const { rows } = await asApp(`
    select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
      pg_has_role(rolname, '${ownerRole}', 'member') as is_owner,
      exists (select from pg_class where relowner = pg_roles.oid) as owns_tables
    from pg_roles where rolname in ('${appRole}', '${ownerRole}') order by rolname`)
  const powerless = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
  }

  expect(rows).toEqual([
    { rolname: appRole, ...powerless, is_owner: false, owns_tables: false },
    { rolname: ownerRole, ...powerless, is_owner: true, owns_tables: true },
  ])
})
