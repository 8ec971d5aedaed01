import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { connect } from './connect.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { openPostgres } from './open-postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'muster-open-'))
chmodSync(folder, 0o711)
let server: EmbeddedServer

/** A server of the operator's own: other people's roles, passwords, a user that may create roles and one that may not. */
beforeAll(async () => {
  server = await startEmbedded({
    dataFolder: join(folder, 'server'),
    durability: 'disposable',
    whenInUse: 'refuse',
    say: () => undefined,
  })
  await asSuperuser("create role boss login createrole password 'secret'")
  await asSuperuser("create role clerk login password 'secret'")
  await asSuperuser('create database ours owner boss')
  const rules = 'local all postgres peer map=muster\nlocal all all scram-sha-256\n'
  writeFileSync(join(folder, 'server/postgres/data/pg_hba.conf'), rules)
  await asSuperuser('select pg_reload_conf()')
})

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

beforeEach(() => asSuperuser('drop role if exists muster_app'))

const asSuperuser = async (statement: string) => {
  const client = await connect(server.superuser)
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

const address = (user: string, database = 'ours', password = 'secret') =>
  `postgres://${user}:${password}@${encodeURIComponent(String(server.superuser.host))}/${database}`

const configFor = (databaseUrl: string, data = 'data') =>
  readConfig({ DATABASE_URL: databaseUrl, MUSTER_DATA: data }, folder)

test('a user that may not create roles is told what to run', async () => {
  await expect(openPostgres(configFor(address('clerk')))).rejects.toThrow(
    'The database user "clerk" may not create the role muster_app. ' +
      'Run once as an administrator: alter role "clerk" createrole;',
  )
})

test('a wrong password, a missing database and a server that is not there each get one sentence', async () => {
  await expect(openPostgres(configFor(address('boss', 'ours', 'wrong')))).rejects.toThrow(
    /refuses the user or the password in DATABASE_URL\.$/,
  )
  await expect(openPostgres(configFor(address('boss', 'theirs')))).rejects.toThrow(/^There is no database theirs on/)
  await expect(openPostgres(configFor('postgres://boss:secret@127.0.0.1:1/ours'))).rejects.toThrow(
    /^The database on 127\.0\.0\.1:1 cannot be used: /,
  )
})

test('a role with powers over row security is refused', async () => {
  await asSuperuser('create role muster_app login superuser')

  await expect(openPostgres(configFor(address('boss')))).rejects.toThrow(/has powers that would let it past the wall/)
})

test('another key file on the same server is refused instead of locking the first Muster out', async () => {
  const first = await openPostgres(configFor(address('boss'), 'first'))

  await expect(openPostgres(configFor(address('boss'), 'second'))).rejects.toThrow(
    /^The role muster_app exists on .* with another password\. A Muster with another key file uses this server/,
  )
  const client = await connect(first.app)
  await client.end()
})

test('on a server of one’s own the pool signs in as the application, with a password made from the key', async () => {
  const config = configFor(address('boss'))

  const postgres = await openPostgres(config)
  const again = await openPostgres(config)

  const client = await connect(again.app)
  expect((await client.query('select current_user, current_database()')).rows).toEqual([
    { current_user: 'muster_app', current_database: 'ours' },
  ])
  await client.end()
  expect(postgres.app).toEqual(again.app)
  expect(JSON.stringify(postgres.app)).not.toContain(readFileSync(config.keyFile, 'utf8').trim())
})

test('the embedded database opens with both roles, and keeps its key beside it', async () => {
  const config = readConfig({ MUSTER_DATA: 'embedded' }, folder)

  const postgres = await openPostgres(config)

  for (const [role, user] of [
    [postgres.owner, 'muster_owner'],
    [postgres.app, 'muster_app'],
  ] as const) {
    const client = await connect(role)
    expect((await client.query('select current_user as user')).rows).toEqual([{ user }])
    await client.end()
  }
  expect(statSync(config.keyFile).mode & 0o777).toBe(0o600)
  await postgres.stop()
})

test('without its key file an install that has data does not start, and makes no new key', async () => {
  const config = readConfig({ MUSTER_DATA: 'embedded' }, folder)
  await (await openPostgres(config)).stop()
  rmSync(config.keyFile)

  await expect(openPostgres(config)).rejects.toThrow(/^The key file .* is missing, and what the database holds/)
  expect(existsSync(config.keyFile)).toBe(false)
})
