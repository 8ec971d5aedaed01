import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyPdf } from '#kernel/documents/verify.ts'
import { contractorActor, readyContractor } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { downloadTaxForm, listMyTaxForms, listTaxForms, revealTin, signMyW9, type TaxFormId } from './contract.ts'
import { check } from './w9.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const address = {
  line1: '48 Elm St',
  line2: null,
  city: 'Portland',
  region: 'OR',
  postalCode: '97205',
  country: 'US',
}
const form = {
  name: 'Priya Raman',
  classification: 'individual',
  address,
  tin: { kind: 'ssn', number: '219-09-9998' },
} as const
const signed = { ...form, certifies: true, signature: { kind: 'typed', text: 'Priya Raman' } } as const
const whole = {
  businessName: '',
  llcCode: '',
  otherClassification: '',
  foreignPartners: false,
  exemptPayeeCode: '',
  fatcaCode: '',
  secondItemStruck: false,
  ...form,
} as const

const pointersOf = (w9: object): string[] => {
  try {
    check({ ...whole, ...w9 } as never)
    return []
  } catch (refused) {
    return (refused as { extras: { errors: { pointer: string }[] } }).extras.errors.map(({ pointer }) => pointer)
  }
}

test.each([
  ['a corporation with a social security number', { classification: 'c-corporation' }, ['#/tin']],
  ['an LLC that does not say how it is taxed', { classification: 'llc' }, ['#/llcCode']],
  ['a code of an LLC for somebody who is none', { llcCode: 'S' }, ['#/llcCode']],
  ['another classification that is not named', { classification: 'other' }, ['#/otherClassification']],
  ['foreign partners of a single person', { foreignPartners: true }, ['#/foreignPartners']],
  ['an address abroad', { address: { ...address, country: 'CA' } }, ['#/address/country']],
  ['a number that is none', { tin: { kind: 'ssn', number: '666-12-3456' } }, ['#/tin/number']],
  [
    'an EIN in the boxes of the social security number',
    { tin: { kind: 'ssn', number: '000-12-3456' } },
    ['#/tin/number'],
  ],
])('%s is refused at its line', (_, w9, pointers) => {
  expect(pointersOf(w9)).toEqual(pointers)
})

test('every fault of a form is told at once', () => {
  expect(
    pointersOf({ classification: 'llc', tin: { kind: 'ein', number: '12' }, address: { ...address, country: 'DE' } }),
  ).toEqual(['#/tin/number', '#/llcCode', '#/address/country'])
})

test('a sole proprietor with an EIN, and a number that was applied for, are allowed and pointed out', () => {
  const { notices } = check({ ...whole, tin: { kind: 'ein', number: '12-3456789' } })
  const applied = check({ ...whole, tin: { kind: 'applied-for' } })

  expect(notices).toEqual(['For a sole proprietor the IRS prefers the social security number of the owner.'])
  expect(applied).toMatchObject({
    tin: null,
    notices: ['Until the number is there, 24 % is withheld from payments.'],
  })
})

test('a form that is not certified is not signed', async () => {
  const { actor } = await readyContractor(w)

  const { body } = await w.ask(signMyW9, actor, { ...signed, certifies: false })

  expect(body).toMatchObject({ errors: [{ pointer: '#/certifies' }] })
})

test('nobody signs for a contractor: not staff, not a key', async () => {
  const { actor } = await readyContractor(w)

  expect((await w.ask(signMyW9, w.member('owner'), signed)).status).toBe(403)
  expect((await w.ask(signMyW9, { ...actor, via: 'key' }, signed)).status).toBe(403)
})

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const cut = Buffer.from(png, 'base64').subarray(0, 45).toString('base64')

test.each([
  ['no picture', 'AAAA'],
  ['damaged, so that no document could be made of it,', cut],
])('a drawing that is %s is refused', async (_, drawn) => {
  const { actor, contractorId } = await readyContractor(w)
  const signature = { kind: 'drawn', image: `data:image/png;base64,${drawn}` }

  const { status, body } = await w.ask(signMyW9, actor, { ...signed, signature })

  expect(status).toBe(422)
  expect(body).toMatchObject({
    type: '/problems/agreement-signature-faulty',
    errors: [{ pointer: '#/signature/image' }],
  })
  expect(await w.sql('select id from tax_forms where contractor_id = $1', [contractorId])).toEqual([])
})

test('the number is masked wherever the form is shown, and stands in no table and no journal', async () => {
  const { actor, contractorId } = await readyContractor(w)

  await w.done(signMyW9, actor, signed)
  const mine = await w.ask(listMyTaxForms, actor, {})
  const theirs = await w.ask(listTaxForms, w.member('legal'), { contractorId })
  const stored = JSON.stringify([await w.sql('select * from tax_forms'), await w.journal()])

  for (const { text } of [mine, theirs]) {
    expect(text).toContain('XXX-XX-9998')
    expect(text).not.toMatch(/219-?09-?9998/)
  }
  expect(stored).not.toMatch(/219-?09-?9998/)
})

test('a new form replaces the one before, which is kept', async () => {
  const { actor } = await readyContractor(w)

  await w.done(signMyW9, actor, signed)
  await w.done(signMyW9, actor, { ...signed, name: 'Priya R. Raman' })

  const { items } = await w.done(listMyTaxForms, actor, {})
  expect(items.map(({ name, status }) => [name, status])).toEqual([
    ['Priya R. Raman', 'current'],
    ['Priya Raman', 'superseded'],
  ])
})

test('seeing the whole number takes a role, a fresh sign-in and a reason, and is kept', async () => {
  const { actor, contractorId } = await readyContractor(w)
  const { id: taxFormId } = await w.done(signMyW9, actor, signed)
  const ask = { taxFormId, reason: 'The IRS asks about a mismatch' }
  const { confirmedAt: _, ...longAgo } = w.member('legal')

  expect((await w.ask(revealTin, w.member('manager'), ask)).status).toBe(404)
  expect((await w.ask(revealTin, longAgo, ask)).body).toMatchObject({ type: '/problems/step-up-required' })
  expect((await w.ask(revealTin, w.member('legal'), { ...ask, reason: '' })).status).toBe(422)
  expect(await w.done(revealTin, w.member('legal'), ask)).toEqual({ tin: '219099998' })
  expect(await w.journal()).toContainEqual(
    expect.objectContaining({ name: 'tax.tin-revealed', data: { taxFormId, contractorId, reason: ask.reason } }),
  )
})

test('the signed form becomes a sealed document that only few may open', async () => {
  const { actor, contractorId } = await readyContractor(w)
  const { id: taxFormId } = await w.done(signMyW9, actor, signed)

  await w.deliver()

  const bytes = await pdfOf(taxFormId, actor)
  expect(verifyPdf(bytes)).toMatchObject({ coversWholeFile: true })
  expect((await w.ask(downloadTaxForm, w.member('manager'), { taxFormId })).status).toBe(403)
  expect(
    (await w.ask(downloadTaxForm, { ...contractorActor(w, contractorId), contractorId: taxFormId }, { taxFormId }))
      .status,
  ).toBe(404)
})

test('a contractor in the United States is not paid without a form, and with one they are', async () => {
  const { actor, contractorId } = await readyContractor(w)

  const holds = () => w.sql('select code from tax_payment_holds where contractor_id = $1', [contractorId])

  const before = await holds()
  await w.done(signMyW9, actor, signed)
  const after = await holds()

  expect(before).toMatchObject([{ code: 'tax.no-tax-form' }])
  expect(after).toEqual([])
})

const pdfOf = async (taxFormId: TaxFormId, actor: Parameters<World['tokenFor']>[0]): Promise<Uint8Array> => {
  const response = await w.app.request(`/api/v1/tax-forms/${taxFormId}/document`, {
    headers: { authorization: w.tokenFor(actor) },
  })
  return new Uint8Array(await response.arrayBuffer())
}
