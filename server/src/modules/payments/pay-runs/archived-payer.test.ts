import { afterAll, beforeAll, expect, test } from 'vitest'
import { archiveLegalEntity, viewLegalEntity } from '#modules/organizations/contract.ts'
import { allDue, hired, owed, payer, released, untilDue } from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  untilDue(w)
})
afterAll(() => w.close())

test('a legal entity that was archived still pays what it owes', async () => {
  const northwind = await payer(w)
  await owed(w, await hired(w, northwind), '100.00')
  await allDue(w)
  const { legalEntityId } = northwind
  const { version } = await w.done(viewLegalEntity, w.member('owner'), { legalEntityId })
  await w.done(archiveLegalEntity, w.member('owner'), { legalEntityId, version })

  const run = await released(w, northwind, { lee: w.member('finance'), ruth: w.member('releaser') })

  expect(run).toMatchObject({ status: 'exported', payments: 1, total: { minor: 10_000n } })
})
