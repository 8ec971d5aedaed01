import { afterAll, beforeAll, expect, test } from 'vitest'
import { allDue, hired, owed, payer, prepared, untilDue } from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { listPayRuns } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  untilDue(w)
})
afterAll(() => w.close())

test('a run is found by its number or by the beginning of who pays it', async () => {
  const northwind = await payer(w)
  const lee = w.member('finance')
  await owed(w, await hired(w, northwind), '100.00')
  await allDue(w)
  const run = await prepared(w, northwind, lee)
  const found = async (search: string) => (await w.done(listPayRuns, lee, { search })).items.map(({ id }) => id)

  expect(await found(`${run.number}`)).toEqual([run.id])
  expect(await found(northwind.legalEntity.name.toUpperCase())).toContain(run.id)
  expect(await found('   ')).toContain(run.id)
  expect(await found('Harbor')).toEqual([])
  expect(await found('%')).toEqual([])
})
