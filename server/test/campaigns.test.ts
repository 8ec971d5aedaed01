import { expect, test } from 'vitest'
import type { Campaign } from '../../bench/campaigns/campaign.ts'
import { fullDisk } from '../../bench/campaigns/full-disk.ts'
import { moneyOnce } from '../../bench/campaigns/money-once.ts'
import { noWriteLost } from '../../bench/campaigns/no-write-lost.ts'
import { stoppedDatabase } from '../../bench/campaigns/stopped-database.ts'

/** The campaigns of `npm run prove`, cut down to what a test run has time for. */
const faultsOf = async ({ run }: Campaign, rounds: number) =>
  (await run({ rounds, seed: 20_261_122, say: () => undefined })).flatMap(({ faults }) => faults)

test('racing and repeated requests move money once, however often the server is killed', {
  timeout: 180_000,
}, async () => {
  expect(await faultsOf(moneyOnce(3), 1)).toEqual([])
})

test('what was acknowledged is there after the server and the database were killed', {
  timeout: 180_000,
}, async () => {
  expect(await faultsOf(noWriteLost(1), 1)).toEqual([])
})

test('a full disk is said in one plain sentence and loses nothing', { timeout: 180_000 }, async () => {
  expect((await fullDisk(1)).flatMap(({ faults }) => faults)).toEqual([])
})

test('a database server that stops is said in one plain sentence and loses nothing', {
  timeout: 180_000,
}, async () => {
  expect((await stoppedDatabase()).flatMap(({ faults }) => faults)).toEqual([])
})
