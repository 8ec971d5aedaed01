import { expect, test } from 'vitest'
import { createLane } from './lane.ts'

/** A write that lasts until it is told to end. */
const lasting = () => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  return { write: () => promise, end: () => resolve(), fail: () => reject(new Error('The disk is full.')) }
}

const turns = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

test('what fails is heard of by whoever hands in next, and nothing is written after it', async () => {
  const lane = createLane(1)
  const first = lasting()
  const written: string[] = []
  await lane.handIn(first.write)
  const second = lane.handIn(async () => written.push('second'))
  first.fail()
  await expect(second).rejects.toThrow('The disk is full.')
  await expect(lane.written()).rejects.toThrow('The disk is full.')
  expect(written).toEqual([])
})

test('what fails last is heard of by whoever waits for the end', async () => {
  const lane = createLane(3)
  await lane.handIn(async () => Promise.reject(new Error('The disk is full.')))
  await expect(lane.written()).rejects.toThrow('The disk is full.')
})

test('whoever is further ahead than agreed waits for the oldest write', async () => {
  const lane = createLane(2)
  const [first, second] = [lasting(), lasting()]
  await lane.handIn(first.write)
  await lane.handIn(second.write)
  let isIn = false
  const third = lane
    .handIn(async () => undefined)
    .then(() => {
      isIn = true
    })
  await turns()
  expect(isIn).toBe(false)
  first.end()
  await third
  second.end()
  await lane.written()
  expect(isIn).toBe(true)
})

test('everything is written in the order it was handed in, one after the other', async () => {
  const lane = createLane(5)
  const seen: string[] = []
  for (const place of [1, 2, 3, 4])
    await lane.handIn(async () => {
      seen.push(`${place} begins`)
      await turns()
      seen.push(`${place} ends`)
    })
  await lane.written()
  expect(seen).toEqual([1, 2, 3, 4].flatMap((place) => [`${place} begins`, `${place} ends`]))
})
