import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import {
  account,
  changing,
  confirmed,
  holder,
  how,
  mailsAbout,
  named,
  onFile,
  paid,
  statusesOf,
} from '#test/payees-world.ts'
import { euAccount, usAccount } from '#test/payments-world.ts'
import { createWorld, type World } from '#test/world.ts'
import {
  cancelPayoutMethod,
  rejectPayoutMethod,
  requestPayoutMethod,
  revealPayoutMethod,
  verifyPayoutMethod,
  viewMyPayee,
} from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

let count = 0
const reason = 'The holder is somebody else'

const type = ({ body }: { body: unknown }) => (body as { type: string }).type

describe('naming an account', () => {
  test('is for the contractor alone, signed in as a person who proved it lately', async () => {
    const { actor, contractorId } = await holder(w)
    const others: readonly Actor[] = [
      w.member('owner'),
      w.member('finance'),
      { ...actor, via: 'key' },
      { ...actor, via: 'link' },
      { ...w.member('owner'), contractorId },
    ]
    const tired = { ...actor, confirmedAt: new Date(w.now().getTime() - 6 * 60_000) }

    const said = []
    for (const other of others) said.push((await w.ask(requestPayoutMethod, other, { account: account() })).status)

    expect(said).toEqual([403, 403, 403, 403, 403])
    expect(type(await w.ask(requestPayoutMethod, tired, { account: account() }))).toBe('/problems/step-up-required')
  })

  test('needs somebody who is legally paid, and an account that can exist', async () => {
    const nobody = { ...w.member('contractor'), contractorId: await onFile(w) }
    const { actor } = await holder(w)
    const wrong = [
      { ...usAccount('1234567'), routingNumber: '021000022' },
      { ...euAccount, iban: 'FR1420041010050500013M02607' },
      { ...usAccount('12 34'), accountType: 'deposit' },
    ]

    expect(type(await w.ask(requestPayoutMethod, nobody, { account: account() }))).toBe('/problems/payee-first')
    for (const one of wrong) expect((await w.ask(requestPayoutMethod, actor, { account: one })).status).toBe(422)
  })

  test('is refused while a change is under way, and for the account that is paid to, however it is written', async () => {
    const [waiting, inEurope] = [await holder(w), await holder(w)]
    await named(w, waiting, account())
    await confirmed(w, inEurope, euAccount)
    const spaced = { ...euAccount, iban: ' fr14 2004 1010 0505 0001 3m02 606 ' }

    expect(type(await w.ask(requestPayoutMethod, waiting.actor, { account: account() }))).toBe(
      '/problems/payout-change-under-way',
    )
    expect(type(await w.ask(requestPayoutMethod, inEurope.actor, { account: spaced }))).toBe(
      '/problems/payout-method-same-account',
    )
  })

  test('of ten who name accounts for one payee at once, one is heard', async () => {
    const { actor } = await paid(w)

    const said = await Promise.all(
      Array.from({ length: 10 }, () => w.ask(requestPayoutMethod, actor, { account: account() })),
    )

    expect(said.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(said.filter(({ status }) => status === 409)).toHaveLength(9)
  })

  test('shows and keeps nothing of the number but its end', async () => {
    const one = await holder(w)

    const { body } = await w.ask(requestPayoutMethod, one.actor, { account: usAccount('98127634512') })

    const rows = await w.sql('select * from payout_methods')
    const facts = (await w.journal()).filter(({ name }) => name.startsWith('payees.'))
    const seen = await w.done(viewMyPayee, one.actor, {})
    expect(seen.payee?.payoutMethods).toMatchObject([{ last4: '4512', isChange: false }])
    expect(JSON.stringify([body, rows, facts, seen])).not.toContain('98127634512')
  })
})

describe('confirming it', () => {
  test('is for owner, finance and legal, each signed in as a person who proved it lately', async () => {
    const input = { ...(await named(w, await holder(w), account())), how }
    const finance = w.member('finance')
    const tired = { ...finance, confirmedAt: new Date(w.now().getTime() - 6 * 60_000) }

    const said = []
    for (const role of ['admin', 'manager', 'approver', 'releaser', 'auditor', 'contractor'] as const)
      said.push((await w.ask(verifyPayoutMethod, w.member(role), input)).status)

    expect(said.every((status) => status === 403 || status === 404)).toBe(true)
    expect((await w.ask(verifyPayoutMethod, { ...finance, via: 'key' }, input)).status).toBe(403)
    expect(type(await w.ask(verifyPayoutMethod, tired, input))).toBe('/problems/step-up-required')
  })

  test('takes a second person, who says how they checked', async () => {
    const one = await holder(w)
    const input = await named(w, one, account())
    const both = { ...w.member('finance', 'contractor'), personId: one.actor.personId }

    expect(type(await w.ask(verifyPayoutMethod, both, { ...input, how }))).toBe('/problems/own-payout-method')
    expect((await w.ask(verifyPayoutMethod, w.member('finance'), { ...input, how: 'called' })).status).toBe(422)
    expect(await statusesOf(w, one)).toEqual(['pending_verification'])
  })

  test('is not there for whoever looks after another department, nor for another contractor, whatever version they name', async () => {
    const [one, other] = [await changing(w), await holder(w)]
    const [design, sound] = [
      await w.done(addDepartment, w.member('owner'), { name: `Design ${count++}` }),
      await w.done(addDepartment, w.member('owner'), { name: `Sound ${count++}` }),
    ]
    await w.sql('update contractors set department_id = $2 where id = $1', [one.contractorId, design.id])
    const elsewhere = { ...w.member('finance'), departmentIds: [sound.id] }

    const said = []
    for (const version of [one.next.version, 99]) {
      const input = { ...one.next, version }
      said.push(await w.ask(verifyPayoutMethod, elsewhere, { ...input, how }))
      said.push(await w.ask(rejectPayoutMethod, elsewhere, { ...input, reason }))
      said.push(await w.ask(cancelPayoutMethod, other.actor, input))
    }

    expect(said.map(type)).toEqual(Array(6).fill('/problems/payout-method-not-found'))
    expect(await statusesOf(w, one)).toEqual(['cooling_off', 'active'])
  })

  test('looks at what is there now, and decides once', async () => {
    const one = await holder(w)
    const input = await named(w, one, account())
    const stale = { ...input, version: input.version + 1, how }
    await w.done(rejectPayoutMethod, w.member('finance'), { ...input, reason })
    const decided = { ...input, version: input.version + 1 }

    expect(type(await w.ask(verifyPayoutMethod, w.member('owner'), { ...stale, version: 99 }))).toBe(
      '/problems/stale',
    )
    expect(type(await w.ask(verifyPayoutMethod, w.member('owner'), { ...decided, how }))).toBe(
      '/problems/payout-method-cannot-move',
    )
    expect(type(await w.ask(rejectPayoutMethod, w.member('owner'), { ...decided, reason }))).toBe(
      '/problems/payout-method-cannot-move',
    )
  })

  test('takes the first account of somebody whose address is old into use at once', async () => {
    const one = await paid(w)

    expect(await statusesOf(w, one)).toEqual(['active'])
    expect(await mailsAbout(w, one.contractorId, one.email)).toEqual([['bank-account-active']])
  })
})

describe('the whole number', () => {
  test('is shown to owner and finance alone, after a proof, with a reason', async () => {
    const { paidTo: payoutMethodId } = await paid(w)
    const input = { payoutMethodId, reason: 'The bank asked for it' }
    const finance = w.member('finance')
    const tired = { ...finance, confirmedAt: new Date(w.now().getTime() - 6 * 60_000) }

    const said = []
    for (const role of ['admin', 'legal', 'releaser', 'auditor', 'manager'] as const)
      said.push((await w.ask(revealPayoutMethod, w.member(role), input)).status)

    expect(said.every((status) => status === 403 || status === 404)).toBe(true)
    expect((await w.ask(revealPayoutMethod, { ...finance, via: 'key' }, input)).status).toBe(403)
    expect((await w.ask(revealPayoutMethod, finance, { ...input, reason: '' })).status).toBe(422)
    expect(type(await w.ask(revealPayoutMethod, tired, input))).toBe('/problems/step-up-required')
  })

  test('is on the record with its reason, and shown twenty times a day at most', async () => {
    const one = await holder(w)
    const { id: payoutMethodId } = await confirmed(w, one, usAccount('55512345'))
    const finance = w.member('finance')
    const look = () => w.ask(revealPayoutMethod, finance, { payoutMethodId, reason: 'The bank asked for it' })

    const said = []
    for (let time = 0; time < 21; time++) said.push(await look())

    expect(said[0]?.body).toEqual({ accountNumber: '55512345' })
    expect(said.map(({ status }) => status)).toEqual([...Array(20).fill(200), 429])
    const facts = (await w.journal()).filter(({ name }) => name === 'payees.payout-method-revealed')
    expect(facts.at(-1)).toMatchObject({
      data: { payoutMethodId, reason: 'The bank asked for it' },
      personId: finance.personId,
    })
    expect(JSON.stringify(facts)).not.toContain('55512345')
  })
})
