import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyPdf } from '#kernel/documents/verify.ts'
import { downloadFile, openMyProtectedFile, openProtectedFile } from '#modules/files/contract.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import { saveMyPayee } from '#modules/payees/contract.ts'
import { clear, drawnSignature, pngOf, white } from '#test/drawings.ts'
import { textOf } from '#test/paper.ts'
import { contractorActor, readyContractor } from '#test/work-world.ts'
import { createWorld, everyRole, type World } from '#test/world.ts'
import { downloadTaxForm, listMyTaxForms, listTaxForms, revealTin, signMyW9 } from './contract.ts'

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

const cut = Buffer.from(drawnSignature, 'base64').subarray(0, 60).toString('base64')

test.each([
  ['no picture', 'AAAA'],
  ['damaged, so that no document could be made of it,', cut],
  ['empty', pngOf(160, 60, () => clear).toString('base64')],
  ['white', pngOf(160, 60, () => white).toString('base64')],
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

test('a drawn signature signs', async () => {
  const { actor } = await readyContractor(w)
  const signature = { kind: 'drawn', image: `data:image/png;base64,${drawnSignature}` }

  expect((await w.ask(signMyW9, actor, { ...signed, signature })).status).toBe(200)
})

test('a name with a letter that the form could not show is refused at its line', async () => {
  const { actor } = await readyContractor(w)

  const { body } = await w.ask(signMyW9, actor, { ...signed, name: 'Priya \u{12000}' })

  expect(body).toMatchObject({ type: '/problems/letter-without-font', errors: [{ pointer: '#/name' }] })
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

type Ready = Pick<Awaited<ReturnType<typeof readyContractor>>, 'actor' | 'contractorId'>

const signedAndSealed = async (given?: Ready) => {
  const ready = given ?? (await readyContractor(w))
  const { id: taxFormId } = await w.done(signMyW9, ready.actor, signed)
  await w.deliver()
  const [{ wholeFileId } = { wholeFileId: null }] = (await w.done(listMyTaxForms, ready.actor, {})).items
  return { ...ready, taxFormId, wholeFileId: wholeFileId! }
}

test('the download of a form is a copy with the number masked, for whoever may read the form and nobody else', {
  timeout: 90_000,
}, async () => {
  const { actor, contractorId, taxFormId } = await signedAndSealed()
  const foreign = { ...contractorActor(w, contractorId), contractorId: taxFormId }

  for (const reader of [actor, w.member('finance'), w.member('auditor')]) {
    const copy = (await textOf(await bytesFrom(`/tax-forms/${taxFormId}/document`, reader))).replaceAll(' ', '')
    expect(copy).toContain('***–**–9998')
    expect(copy).toContain('Copyforreading')
    expect(copy).not.toMatch(/219\D*09\D*9998/)
  }
  expect((await w.ask(downloadTaxForm, w.member('manager'), { taxFormId })).status).toBe(403)
  expect((await w.ask(downloadTaxForm, foreign, { taxFormId })).status).toBe(404)
})

test('no address alone gives the sealed form with the whole number, whoever asks', async () => {
  const { actor, wholeFileId: fileId } = await signedAndSealed()

  for (const reader of [actor, ...everyRole.map((role) => w.member(role))])
    expect((await w.ask(downloadFile, reader, { fileId })).status).toBeGreaterThanOrEqual(403)
})

test('the sealed form opens with a reason that is kept, and to its signer', async () => {
  const { actor, contractorId, taxFormId, wholeFileId: fileId } = await signedAndSealed()
  const finance = w.member('finance')
  const reason = 'The IRS asks for the form'

  const { ticket } = await w.done(openProtectedFile, finance, { fileId, reason })
  const own = await w.done(openMyProtectedFile, actor, { fileId })

  const bytes = await bytesFrom(`/files/${fileId}/content?ticket=${ticket}`, finance)
  expect(verifyPdf(bytes)).toMatchObject({ coversWholeFile: true })
  expect((await textOf(bytes)).replaceAll(' ', '')).toContain('219–09–9998')
  expect(await bytesFrom(`/files/${fileId}/content?ticket=${own.ticket}`, actor)).toEqual(bytes)
  expect(await w.journal()).toContainEqual(
    expect.objectContaining({
      name: 'files.protected-opened',
      data: { fileId, subjectId: taxFormId, contractorId, reason },
    }),
  )
})

test('a member who is limited to another department opens neither the copy nor the form', async () => {
  const design = await w.done(addDepartment, w.member('owner'), { name: 'Design' })
  const { actor, contractorId } = await readyContractor(w)
  await w.sql('update contractors set department_id = $1 where id = $2', [design.id, contractorId])
  const { taxFormId, wholeFileId: fileId } = await signedAndSealed({ actor, contractorId })
  const elsewhere = { ...w.member('finance'), departmentIds: [taxFormId] }

  const copy = await w.ask(downloadTaxForm, elsewhere, { taxFormId })
  const whole = await w.ask(openProtectedFile, elsewhere, { fileId, reason: 'Out of curiosity' })

  expect([copy.status, whole.status]).toEqual([404, 404])
  expect((await w.ask(downloadTaxForm, actor, { taxFormId })).status).toBe(200)
})

test('what is to be said of a form is said to finance, too, and each time anew', async () => {
  const { actor, contractorId } = await readyContractor(w)
  const finance = w.member('finance')
  const payee = { kind: 'person', legalName: 'Priya Raman', address }
  await w.done(saveMyPayee, actor, payee)

  const told = await w.done(signMyW9, actor, { ...signed, secondItemStruck: true })
  const before = await w.done(listTaxForms, finance, { contractorId })
  await w.done(saveMyPayee, actor, { ...payee, legalName: 'Somebody Else', version: 1 })
  const after = await w.done(listTaxForms, finance, { contractorId })

  expect(told.notices).toEqual([expect.stringContaining('24 % backup withholding applies')])
  expect(before.items[0]?.notices).toEqual(told.notices)
  expect(after.items[0]?.notices).toEqual([
    ...told.notices,
    expect.stringContaining('the name that payments are made out to'),
  ])
})

test('a U.S. person who lives abroad signs Form W-9 with the address there', async () => {
  const { actor } = await readyContractor(w)
  const abroad = { ...address, city: 'Toronto', region: 'ON', postalCode: 'M5V 2T6', country: 'CA' }

  const { id: taxFormId, notices } = await w.done(signMyW9, actor, { ...signed, address: abroad })
  await w.deliver()

  const copy = await textOf(await bytesFrom(`/tax-forms/${taxFormId}/document`, actor))
  expect(notices).toEqual([expect.stringContaining('The address is abroad.')])
  expect(copy).toContain('Toronto, ON M5V 2T6, Canada')
})

test('the form names who will pay with the address, how the signer was identified, and every line that was filled in', async () => {
  const { actor } = await readyContractor(w)
  const { id: taxFormId } = await w.done(signMyW9, actor, { ...signed, accountNumbers: 'Vendor 4711' })
  await w.deliver()

  const copy = await textOf(await bytesFrom(`/tax-forms/${taxFormId}/document`, actor))

  expect(copy).toMatch(/Requester Northwind LLC \d+ .*Portland, OR 97205/)
  expect(copy).toContain('Vendor 4711')
  expect(copy).toMatch(/Account .*Priya Raman/)
  expect(copy).toContain('Signed in to their account')
  expect(copy).not.toContain(actor.personId)
})

test('nobody is paid while backup withholding applies: that is for finance to settle', async () => {
  const { actor, contractorId } = await readyContractor(w)
  await w.done(signMyW9, actor, { ...signed, secondItemStruck: true })

  const held = await w.sql('select code from tax_payment_holds where contractor_id = $1', [contractorId])

  expect(held).toMatchObject([{ code: 'tax.backup-withholding' }])
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

const bytesFrom = async (path: string, actor: Parameters<World['tokenFor']>[0]): Promise<Uint8Array> => {
  const response = await w.app.request(`/api/v1${path}`, {
    headers: { authorization: w.tokenFor(actor) },
  })
  return new Uint8Array(await response.arrayBuffer())
}
