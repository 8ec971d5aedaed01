import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyDatabase, type FreshDatabase } from '#test/postgres.ts'
import { CannotStart } from './cannot-start.ts'
import { migrate, readMigrations } from './migrate.ts'
import { connect } from './postgres/connect.ts'

let database: FreshDatabase
let folder: string

beforeEach(async () => {
  database = await emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'muster-migrations-'))
  write('0001_people.sql', 'create table people (name text); insert into people values (now()::text);')
  write('0002_places.sql', 'create table places (name text);')
})

afterEach(async () => {
  rmSync(folder, { recursive: true })
  await database.drop()
})

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)

const ask = async (config: ClientConfig, question: string): Promise<unknown[]> => {
  const client = await connect(config)
  try {
    return (await client.query({ text: question, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

test('a file that was changed after it was applied stops the start', async () => {
  await migrate(database.owner, folder)
  write('0001_people.sql', 'create table people (name text, age integer);')

  await expect(migrate(database.owner, folder)).rejects.toThrow(
    new CannotStart('The migration 0001_people.sql was changed after it was applied. Put the original back.'),
  )
})

test('a file that was applied and is gone stops the start', async () => {
  await migrate(database.owner, folder)
  rmSync(join(folder, '0001_people.sql'))

  await expect(migrate(database.owner, folder)).rejects.toThrow(
    'The migration 0001_people.sql was applied to the database but its file is missing.',
  )
})

test('an older Muster does not start on a newer database', async () => {
  await migrate(database.owner, folder)
  rmSync(join(folder, '0002_places.sql'))

  await expect(migrate(database.owner, folder)).rejects.toThrow(
    'The database is newer than this Muster: it has had 0002_places.sql. Install the newer version again.',
  )
})

test('a file that slips in below what was applied stops the start', async () => {
  await migrate(database.owner, folder)
  write('0001_pets.sql', 'create table pets (name text);')

  await expect(migrate(database.owner, folder)).rejects.toThrow(
    'The migration 0001_pets.sql is older than 0002_places.sql, which the database has had. Give it the time of today.',
  )
  expect(await ask(database.owner, "select to_regclass('pets')")).toEqual([null])
})

test('a faulty file is refused with its name and line, and leaves nothing of itself', async () => {
  write('0003_broken.sql', 'create table half (name text);\ncreate tabel whole (name text);')

  await expect(migrate(database.owner, folder)).rejects.toThrow(
    /^The migration 0003_broken.sql \(line 2\) was refused, and nothing of it was kept: syntax error/,
  )
  expect(await ask(database.owner, "select to_regclass('half')")).toEqual([null])
  expect(await ask(database.owner, 'select name from schema_migrations order by name')).toEqual([
    '0001_people.sql',
    '0002_places.sql',
  ])
})

test('files are applied in the order of their names, each once', async () => {
  expect(await migrate(database.owner, folder)).toEqual(['0001_people.sql', '0002_places.sql'])
  write('0003_things.sql', 'create table things (name text);')

  expect(await migrate(database.owner, folder)).toEqual(['0003_things.sql'])
  expect(await migrate(database.owner, folder)).toEqual([])
})

test('of several starts at the same moment, one applies each file', async () => {
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.owner, folder)))

  expect(applied.flat().sort()).toEqual(['0001_people.sql', '0002_places.sql'])
  expect(await ask(database.owner, 'select count(*)::int from people')).toEqual([1])
})

test('the application may read which migrations were applied, and no more', async () => {
  await migrate(database.owner, folder)

  expect(await ask(database.app, 'select count(*)::int from schema_migrations')).toEqual([2])
  await expect(ask(database.app, 'delete from schema_migrations')).rejects.toThrow(/permission denied/)
})

test('migrations are named by the minute they were written in, but for those of the first release', () => {
  const names = readMigrations(join(import.meta.dirname, '../../migrations')).map(({ name }) => name)
  const [first, later] = [names.slice(0, 23), names.slice(23)]

  expect(first.at(-1)).toBe('0210_audit.sql')
  expect(later.filter((name) => !/^20\d{2}[01]\d[0-3]\d[0-2]\d[0-5]\d_[a-z0-9_]+\.sql$/.test(name))).toEqual([])
})
