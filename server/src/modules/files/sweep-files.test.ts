import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { runSchedule } from '#kernel/background/schedule.ts'
import { createWorld, type World } from '#test/world.ts'
import { downloadFile, uploadFile } from './contract.ts'
import { attachFile, readFile } from './index.ts'
import { folderInTurn, sweepFiles, sweepStorage } from './sweep-files.ts'

const day = 86_400_000
let w: World
let manager: Actor
beforeAll(async () => {
  w = await createWorld()
  manager = w.member('manager')
  // The bytes on the disk carry the machine's own time; from here on the product's clock is far ahead of it.
  w.advance(10_000 * day)
})
afterAll(() => w.close())

const uploaded = (content: string, actor = manager) =>
  w.done(uploadFile, actor, { name: 'Brief' }, { upload: Buffer.from(content) })
const attach = (fileId: Awaited<ReturnType<typeof uploaded>>['id']) =>
  w.work(manager, (work) => attachFile(work, fileId, { subjectId: w.northwind, sensitivity: 'normal' }))
const isStored = (sha256: string) => w.runtime.outside.storage.has(w.northwind, sha256)

const turnMs = 300_000

/** Waits for the turn of the folder that these bytes lie in. */
const sweepStorageOf = async (sha256: string) => {
  while (folderInTurn(w.now()) !== sha256.slice(0, 2)) w.advance(turnMs)
  await runSchedule(w.runtime, sweepStorage)
}

test('every folder of the storage has its turn within a day', () => {
  const turns = Array.from({ length: day / turnMs }, (_, turn) =>
    folderInTurn(new Date(w.now().getTime() + turn * turnMs)),
  )

  expect(new Set(turns).size).toBe(256)
})

test('an upload may be taken up for a day', async () => {
  const { id } = await uploaded('Taken up late')
  w.advance(day - 1_000)

  await runSchedule(w.runtime, sweepFiles)

  expect((await attach(id)).id).toBe(id)
})

test('what was taken up is never removed, nor are its bytes, and the database would refuse it', async () => {
  const { id, sha256 } = await uploaded('Taken up')
  await attach(id)
  w.advance(2 * day)

  await runSchedule(w.runtime, sweepFiles)
  await sweepStorageOf(sha256)

  expect(Buffer.from(await w.work(manager, (work) => readFile(work, id))).toString()).toBe('Taken up')
  expect(await isStored(sha256)).toBe(true)
  const remove = { name: 'test.remove', text: 'delete from files where id = $1 returning id' }
  expect(await w.work(manager, ({ tx }) => tx.named(remove, [id]))).toEqual([])
})

test('an upload that is being taken up at that moment stays', async () => {
  const { id } = await uploaded('Taken up in time')
  w.advance(day + 1_000)

  await w.work(manager, async (work) => {
    await attachFile(work, id, { subjectId: w.northwind, sensitivity: 'normal' })
    await runSchedule(w.runtime, sweepFiles)
  })

  expect((await w.ask(downloadFile, manager, { fileId: id })).status).toBe(200)
})

test('after a day a forgotten upload is gone, the log says so, and its bytes follow within a day', async () => {
  const { id, sha256, sizeBytes } = await uploaded('Forgotten')
  w.advance(day + 1_000)

  await runSchedule(w.runtime, sweepFiles)

  expect((await w.ask(downloadFile, manager, { fileId: id })).status).toBe(404)
  expect(await w.journal()).toContainEqual(
    expect.objectContaining({ name: 'files.swept', via: 'job', data: { fileId: id, sizeBytes, sha256 } }),
  )
  expect(await isStored(sha256)).toBe(true)

  await sweepStorageOf(sha256)

  expect(await isStored(sha256)).toBe(false)
})

test('bytes that two files share stay as long as one of them is needed', async () => {
  const [forgotten, needed] = [await uploaded('Shared'), await uploaded('Shared', w.member('owner'))]
  await w.sql('update files set attached_at = uploaded_at where id = $1', [needed.id])
  w.advance(day + 1_000)

  await runSchedule(w.runtime, sweepFiles)
  await sweepStorageOf(needed.sha256)

  expect((await w.ask(downloadFile, manager, { fileId: forgotten.id })).status).toBe(404)
  expect(await isStored(needed.sha256)).toBe(true)
})

test('the bytes of a refused upload do not stay either', async () => {
  const page = Buffer.from('<!doctype html><p>')
  const sha256 = createHash('sha256').update(page).digest('hex')

  const { status } = await w.ask(uploadFile, manager, { name: 'x' }, { upload: page })
  expect([status, await isStored(sha256)]).toEqual([422, true])
  w.advance(day)
  await sweepStorageOf(sha256)

  expect(await isStored(sha256)).toBe(false)
})
