import { expect, test } from 'vitest'
import { type Checks, health } from './health.ts'
import { hasRoom } from './room-left.ts'

const fine: Checks = {
  isMigrated: () => true,
  isWorking: () => true,
  hasRoom: async () => true,
  restored: () => undefined,
}
const ask = async (checks: Partial<Checks>, query: () => Promise<unknown> = async () => undefined) => {
  const db = { pool: { query } } as never
  const said = await health({ db }, { ...fine, ...checks }).request('/readyz')
  return [said.status, await said.json()]
}

test.each([
  ['database', {}, async () => Promise.reject(new Error('away'))],
  ['migrations', { isMigrated: () => false }, undefined],
  ['worker', { isWorking: () => false }, undefined],
  ['room', { hasRoom: async () => false }, undefined],
  ['original', { restored: () => ({ since: new Date(0), reason: 'a copy' }) }, undefined],
] as const)('without its %s it is not ready, and says what is missing', async (what, checks, query) => {
  expect(await ask(checks, query)).toEqual([503, expect.objectContaining({ [what]: false })])
})

test('with all of them it is ready', async () => {
  expect(await ask({})).toEqual([200, { database: true, migrations: true, worker: true, room: true, original: true }])
})

test('a folder that is not there has no room', async () => {
  expect(await hasRoom('/nowhere/at/all')).toBe(false)
  expect(await hasRoom('/')).toBe(true)
})
