import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDiskStorage, type Storage } from './storage.ts'

let folder: string
let storage: Storage
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-storage-'))
  storage = createDiskStorage(folder, (count) => new Uint8Array(randomBytes(count)))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a file over the limit is refused while it comes in, and leaves nothing behind', async () => {
  let sent = 0
  const endless = (function* () {
    for (;;) {
      sent += 1
      yield Buffer.alloc(1_000)
    }
  })()

  await expect(storage.put('northwind', endless, 10_000)).rejects.toThrow('larger than allowed')

  expect(sent).toBeLessThan(13)
  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

test('a connection that breaks leaves nothing behind', async () => {
  const broken = (function* () {
    yield Buffer.from('half of ')
    throw new Error('the line went dead')
  })()

  await expect(storage.put('northwind', broken, 1_000)).rejects.toThrow('the line went dead')

  expect(await readdir(join(folder, 'incoming'))).toEqual([])
})

test('what was stored comes back byte for byte, under its SHA-256', async () => {
  const bytes = randomBytes(200_000)

  const stored = await storage.put('northwind', [bytes.subarray(0, 7), bytes.subarray(7)], 1_000_000)

  expect(stored.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(stored.sizeBytes).toBe(200_000)
  expect(stored.head.length).toBe(4_100)
  expect((await buffer(storage.open('northwind', stored.sha256))).equals(bytes)).toBe(true)
})

test('the same bytes of another organization are not there', async () => {
  const { sha256 } = await storage.put('northwind', [Buffer.from('ours')], 100)

  expect(await storage.has('northwind', sha256)).toBe(true)
  expect(await storage.has('harbor', sha256)).toBe(false)
})

describe('a sweep', () => {
  const hour = 3_600_000
  const sweep = (sha256: string, agoMs: number, kept: readonly string[] = []) =>
    storage.sweep('northwind', {
      folder: sha256.slice(0, 2),
      before: new Date(Date.now() - agoMs),
      kept: async () => new Set(kept),
    })
  const stored = async (text: string) => (await storage.put('northwind', [Buffer.from(text)], 100)).sha256

  test('leaves what somebody needs, however old it is', async () => {
    const sha256 = await stored('needed')

    expect(await sweep(sha256, -hour, [sha256])).toBe(0)
    expect(await storage.has('northwind', sha256)).toBe(true)
  })

  test('leaves what has just come in: its row may be on the way', async () => {
    const sha256 = await stored('just now')

    expect(await sweep(sha256, hour)).toBe(0)
    expect(await storage.has('northwind', sha256)).toBe(true)
  })

  test('takes old bytes that were sent again in the meantime for new ones', async () => {
    const sha256 = await stored('again')
    const longAgo = new Date(Date.now() - 2 * hour)
    await utimes(join(folder, 'northwind', sha256.slice(0, 2), sha256), longAgo, longAgo)

    await stored('again')

    expect(await sweep(sha256, hour)).toBe(0)
  })

  test('removes what is old and needed by nobody, halves of broken uploads too', async () => {
    const sha256 = await stored('forgotten')
    await writeFile(join(folder, 'incoming', 'half'), 'half of ')

    expect(await sweep(sha256, -hour)).toBe(1)
    expect(await storage.has('northwind', sha256)).toBe(false)
    expect(await readdir(join(folder, 'incoming'))).toEqual([])
  })

  test('loses nothing of what is sent while it goes on', async () => {
    const sha256 = await stored('contested')

    for (let round = 0; round < 50; round += 1) {
      const longAgo = new Date(Date.now() - 2 * hour)
      await utimes(join(folder, 'northwind', sha256.slice(0, 2), sha256), longAgo, longAgo)
      await Promise.all([sweep(sha256, hour), stored('contested'), sweep(sha256, hour)])
      expect(await storage.has('northwind', sha256)).toBe(true)
    }
  })

  test('finds nothing to do where nothing was ever stored', async () => {
    expect(await storage.sweep('harbor', { folder: '00', before: new Date(), kept: async () => new Set() })).toBe(0)
  })
})
