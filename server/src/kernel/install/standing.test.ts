import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '#kernel/postgres/connect.ts'
import { type FreshDatabase, freshDatabase } from '#test/postgres.ts'
import { copiedFolder, otherState, unknownFolder } from './doubt.ts'
import { openEpochFile } from './epoch-file.ts'
import { enterRestored, leaveRestored } from './places.ts'
import { lookAtStanding, openStanding } from './standing.ts'

let database: FreshDatabase
let folder: string
beforeEach(async () => {
  database = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'muster-standing-'))
  await sql(
    `insert into journal (organization_id, id, occurred_at, via, command, name, data, subjects, hash)
     values (gen_random_uuid(), gen_random_uuid(), now(), 'job', 'test', 'test', '{}', '{}', sha256('x'))`,
  )
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

const sql = async (text: string) => {
  const client = await connect(database.owner)
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
const fileIn = (name = 'data') => openEpochFile(join(folder, name, 'muster.epoch'))

/** A start and an orderly stop: what is thought of the install meanwhile. */
const aRun = async (name?: string): Promise<string | undefined> => {
  const standing = await openStanding(database.owner, fileIn(name))
  await standing.close()
  return standing.restored()?.reason
}
const epochNow = () => readFileSync(fileIn().path)
const goBackTo = (places: readonly { id: string; token: string; token_before: string }[]) =>
  Promise.all(
    places.map(({ id, token, token_before }) =>
      sql(`update install.places set token = '${token}', token_before = '${token_before}' where id = '${id}'`),
    ),
  )

test('a data folder that is copied is told from the one it was copied from', async () => {
  await aRun()
  cpSync(join(folder, 'data'), join(folder, 'copy'), { recursive: true, preserveTimestamps: true })

  expect(await aRun('copy')).toBe(copiedFolder)
})

test('a folder that is emptied and filled from a backup is told from what it was', async () => {
  await aRun()
  cpSync(join(folder, 'data'), join(folder, 'backup'), { recursive: true })
  rmSync(join(folder, 'data'), { recursive: true })
  cpSync(join(folder, 'backup'), join(folder, 'data'), { recursive: true })

  expect(await aRun()).toBe(copiedFolder)
})

test('a database that is set back under its data folder is told, and so is one a moment older', async () => {
  await aRun()
  const dump = await sql('select id, token, token_before from install.places')
  await aRun()
  await goBackTo(dump as never)

  expect(await aRun()).toBe(otherState)
})

test('a data folder that is set back under its database is told', async () => {
  await aRun()
  const before = epochNow()
  await aRun()
  writeFileSync(fileIn().path, before)

  expect(await aRun()).toBe(otherState)
})

test('a database from before epochs were kept, under a data folder that kept them, is told', async () => {
  await aRun()
  await sql('delete from install.places')

  expect(await aRun()).toBe(otherState)
})

test('a database beside a data folder that has never worked with it is told', async () => {
  await aRun()

  expect(await aRun('another')).toBe(unknownFolder)
})

test('an epoch file that is gone or holds something else is told', async () => {
  await aRun()
  writeFileSync(fileIn().path, 'x')

  expect(await aRun()).toBe(unknownFolder)
})

test('restored mode outlives every restart until it is lifted, and everybody is signed out when it begins', async () => {
  await aRun()
  await sql(`insert into auth.people (id, name, email, email_verified)
    values ('00000000-0000-7000-8000-00000000000a', 'Maya', 'maya@northwind.example', true)`)
  await sql(`insert into auth.sessions (id, token, person_id, updated_at, expires_at)
    values (gen_random_uuid(), 't', '00000000-0000-7000-8000-00000000000a', now(), now() + interval '1 day')`)
  await aRun('another')

  expect(await aRun('another')).toBe(unknownFolder)
  expect(await sql('select from auth.sessions')).toEqual([])

  const client = await connect(database.owner)
  await leaveRestored(client)
  await client.end()
  expect(await aRun('another')).toBeUndefined()
})

test('restarts, kills at any point and a data folder that is renamed change nothing', async () => {
  expect(await aRun()).toBeUndefined()
  const before = epochNow()
  const standing = await openStanding(database.owner, fileIn())
  // Killed after the row was written and before the file was.
  writeFileSync(fileIn().path, before)
  await standing.close()
  expect(await aRun()).toBeUndefined()

  renameSync(join(folder, 'data'), join(folder, 'renamed'))

  expect(await aRun('renamed')).toBeUndefined()
})

test('an install from before epochs were kept goes on as it was', async () => {
  expect(await aRun()).toBeUndefined()
})

test('a second process with a data folder of its own joins the one that is at work', async () => {
  const first = await openStanding(database.owner, fileIn())

  const second = await openStanding(database.owner, fileIn('second'))

  expect([first.restored(), second.restored()]).toEqual([undefined, undefined])
  await first.close()
  await second.close()
  expect([await aRun(), await aRun('second')]).toEqual([undefined, undefined])
})

test('a command beside a running server leaves its epoch whole', async () => {
  const server = await openStanding(database.owner, fileIn())

  expect(await lookAtStanding(database.owner, fileIn())).toBeUndefined()
  await server.close()
  expect(await aRun()).toBeUndefined()
})

test('the operator can say that this is an earlier state, and it is not said twice', async () => {
  await aRun()
  const client = await connect(database.owner)
  await enterRestored(client, 'first')
  await enterRestored(client, 'second')
  await client.end()

  expect(await aRun()).toBe('first')
})
