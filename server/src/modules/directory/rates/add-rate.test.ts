import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Role } from '#kernel/actor.ts'
import { addDays, PlainDate } from '#kernel/dates.ts'
import { money } from '#kernel/money.ts'
import {
  ContractorId,
  exportContractors,
  listContractors,
  RateId,
  viewContractor,
} from '#modules/directory/contract.ts'
import { aContractor } from '#test/directory-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { addRate, listRates, type RateView, removeRate } from './contract.ts'
import { ratesOn } from './rate.ts'
import { rateOn } from './store.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const perHour = (amount: string, validFrom: string) => ({
  unit: 'hour',
  price: { amount, currency: 'USD' },
  validFrom,
})

test('legal and auditors see rates but do not set them', async () => {
  const { id: contractorId } = await aContractor(w)

  const answers = await Promise.all(
    (['legal', 'auditor'] as const).map((role) =>
      w.ask(addRate, w.member(role), { contractorId, ...perHour('80.00', '2026-12-01') }),
    ),
  )

  expect(answers.map(({ status }) => status)).toEqual([403, 403])
})

test('whoever may not see rates finds none: not with the contractor, in the list, nor in the timeline', async () => {
  const { id: contractorId } = await aContractor(w, { displayName: 'Rated Rita' })
  await w.done(addRate, w.member('manager'), { contractorId, ...perHour('77.77', '2026-01-01') })
  const shownTo = async (role: Role) => {
    const view = await w.done(viewContractor, w.member(role), { contractorId })
    const [row] = (await w.done(listContractors, w.member(role), { search: 'Rated Rita' })).items
    const { status } = await w.ask(listRates, w.member(role), { contractorId })
    return { sees: view.can.seeRates, rates: view.rates.length, inList: row?.rate !== null, status }
  }

  for (const role of ['releaser', 'approver'] as const)
    expect(await shownTo(role)).toEqual({ sees: false, rates: 0, inList: false, status: 403 })
  expect(await shownTo('auditor')).toEqual({ sees: true, rates: 1, inList: true, status: 200 })
})

test('a key that was not given rates exports none', async () => {
  const scopes = ['directory.export-contractors']
  const key = { ...w.member('finance'), via: 'key' as const, scopes }
  const exported = async (actor: Actor) => (await w.ask(exportContractors, actor, { search: 'Rated Rita' })).text

  expect(await exported(key)).toContain('Rated Rita')
  expect(await exported(key)).not.toContain('77.77')
  expect(await exported({ ...key, scopes: [...scopes, 'directory.view-rates'] })).toContain('77.77')
})

test.each([
  ['0.00', 'USD', '#/price'],
  ['-5.00', 'USD', '#/price'],
  ['80.005', 'USD', '#/price/amount'],
  ['80.50', 'JPY', '#/price/amount'],
  ['80', 'usd', '#/price/currency'],
])('a rate of %s %s is refused at its field', async (amount, currency, pointer) => {
  const { id: contractorId } = await aContractor(w)

  const { body } = await w.ask(addRate, w.member('finance'), {
    contractorId,
    unit: 'hour',
    price: { amount, currency },
    validFrom: '2026-12-01',
  })

  expect(body).toMatchObject({ status: 422, errors: [{ pointer }] })
})

test('there is one rate per unit and day', async () => {
  const { id: contractorId } = await aContractor(w)
  const manager = w.member('manager')
  await w.done(addRate, manager, { contractorId, ...perHour('80.00', '2026-12-01') })

  const { body } = await w.ask(addRate, manager, { contractorId, ...perHour('90.00', '2026-12-01') })

  expect(body).toMatchObject({ type: '/problems/rate-exists', errors: [{ pointer: '#/validFrom' }] })
})

test('a new rate begins on its day and leaves the days before as they were', async () => {
  const { id: contractorId } = await aContractor(w, { displayName: 'Priya Raman' })
  const manager = w.member('manager')
  await w.done(addRate, manager, { contractorId, ...perHour('80.00', '2026-01-01') })
  await w.done(addRate, manager, { contractorId, ...perHour('95.50', '2026-07-01') })
  const on = (day: string) =>
    w.work(manager, ({ tx }) => rateOn(tx, ContractorId.parse(contractorId), 'hour', PlainDate.parse(day)))

  expect(await on('2025-12-31')).toBeUndefined()
  expect(await on('2026-06-30')).toMatchObject({ price: money(8_000n, 'USD') })
  expect(await on('2026-07-01')).toMatchObject({ price: money(9_550n, 'USD') })
  expect((await w.done(listRates, manager, { contractorId, on: '2026-06-30' })).items).toHaveLength(1)
  expect((await w.done(viewContractor, manager, { contractorId })).rates).toHaveLength(2)
  expect((await w.journal()).at(-1)).toMatchObject({
    name: 'directory.rate-added',
    data: { displayName: 'Priya Raman', unit: 'hour', price: { amount: '95.50', currency: 'USD' } },
  })
})

test('a rate put down by mistake is taken back, once', async () => {
  const { id: contractorId } = await aContractor(w)
  const other = await aContractor(w)
  const manager = w.member('manager')
  const { id: rateId } = await w.done(addRate, manager, { contractorId, ...perHour('8000.00', '2026-12-01') })

  const wrongContractor = await w.ask(removeRate, manager, { contractorId: other.id, rateId })
  await w.done(removeRate, manager, { contractorId, rateId })
  const twice = await w.ask(removeRate, manager, { contractorId, rateId })

  expect(wrongContractor.body).toMatchObject({ type: '/problems/rate-not-found' })
  expect(twice.body).toMatchObject({ type: '/problems/rate-not-found' })
  expect((await w.done(listRates, manager, { contractorId })).items).toEqual([])
})

test('on every day the rate of a unit is the one that began last before it', () => {
  const first = PlainDate.parse('2026-01-01')
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays(first, days))
  const units = fc.constantFrom('hour' as const, 'day' as const)
  const rate = fc.record({ unit: units, validFrom: day }).map(
    ({ unit, validFrom }): RateView => ({
      id: RateId.parse('0199a000-0000-7000-8000-000000000000'),
      unit,
      validFrom,
      price: money(1n, 'USD'),
    }),
  )
  fc.assert(
    fc.property(fc.array(rate), day, (rates, asked) => {
      const found = ratesOn(rates, asked)
      const best = (unit: string) =>
        rates
          .filter((one) => one.unit === unit && one.validFrom <= asked)
          .map((one) => one.validFrom)
          .sort()
          .at(-1)
      return (['hour', 'day'] as const).every(
        (unit) => found.find((one) => one.unit === unit)?.validFrom === best(unit),
      )
    }),
  )
})
