import { afterAll, beforeAll, expect, test } from 'vitest'
import { manyOwed, payableForReal } from '#test/many-payables.ts'
import { nachaFaults } from '#test/nacha-check.ts'
import { balancesOf, booksOf, prepared, untilDue } from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'
import {
  approvePayRun,
  downloadBankFile,
  lockPayRun,
  type PayRunView,
  releasePayRun,
  settlePayRun,
} from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  untilDue(w)
})
afterAll(() => w.close())

const at = ({ id: payRunId, version }: PayRunView) => ({ payRunId, version })
/** Set MUSTER_LARGE_RUN to see how long a run of that size takes. */
const count = Number(process.env.MUSTER_LARGE_RUN ?? 250)

test('a large run goes all the way: its file holds every payment, and the books come to nothing', {
  timeout: 600_000,
}, async () => {
  const northwind = await manyOwed(w, count)
  await payableForReal(w, northwind)
  const [lee, ruth] = [w.member('finance'), w.member('releaser')]

  const open = await timed('prepare', prepared(w, northwind, lee))
  const locked = await timed('lock', w.done(lockPayRun, lee, at(open)))
  const approved = await timed('approve', w.done(approvePayRun, ruth, at(locked)))
  const released = await timed('release', w.done(releasePayRun, ruth, at(approved)))
  const settled = await timed('settle', w.done(settlePayRun, lee, { ...at(released), settledOn: '2026-12-17' }))

  expect(locked.leftOut).toBe(0)
  expect(settled).toMatchObject({ status: 'settled', settled: count + 1 })
  const { content } = await w.done(downloadBankFile, ruth, { payRunId: open.id })
  expect(nachaFaults(Buffer.from(content))).toEqual([])
  expect(content.match(/^6/gm)).toHaveLength(count + 1)
  expect(await booksOf(w)).toEqual([])
  expect(await balancesOf(w, northwind.legalEntityId)).toMatchObject({ payable: 0, clearing: 0 })
})

const timed = async <Result>(what: string, work: Promise<Result>): Promise<Result> => {
  const from = performance.now()
  const result = await work
  const ms = Math.round(performance.now() - from)
  if (process.env.MUSTER_LARGE_RUN) process.stdout.write(`${what} of ${count}: ${ms} ms\n`)
  return result
}
