import { afterAll, beforeAll, expect, test } from 'vitest'
import { uploadFile } from '#modules/files/contract.ts'
import { requestPayoutMethod, saveMyPayee, verifyPayoutMethod } from '#modules/payees/contract.ts'
import { changed, ubl } from '#test/e-invoice-samples.ts'
import { contractorAtWork } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import {
  approveInvoice,
  changeInvoice,
  draftInvoice,
  draftInvoiceFromFile,
  type InvoiceView,
  submitInvoice,
  viewInvoice,
  viewMyInvoice,
} from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const berlin = { line1: 'Lindenweg 5', city: 'Berlin', postalCode: '10115', country: 'DE' }

/** Priya at work for euros, paid to this account, with an invoice read from this file. */
const readFrom = async (xml: string, { iban }: { iban?: string } = {}) => {
  const at = await contractorAtWork(w, { currency: 'EUR' })
  if (iban) {
    await w.done(saveMyPayee, at.actor, { kind: 'person', legalName: 'Priya R. Raman', address: berlin })
    const account = { kind: 'iban', holderName: 'Priya Raman', iban }
    const [asked] = (await w.done(requestPayoutMethod, at.actor, { account })).payoutMethods
    const { id: payoutMethodId, version } = asked!
    await w.done(verifyPayoutMethod, w.member('finance'), { payoutMethodId, version, how: 'Called them' })
  }
  const content = Buffer.from(xml.replace('>Northwind<', `>${at.assignment.legalEntityName}<`))
  const { id: fileId } = await w.done(uploadFile, at.actor, { name: 'invoice.xml' }, { upload: content })
  const invoice = await w.done(draftInvoiceFromFile, at.actor, { assignmentId: at.assignmentId, fileId })
  return { ...at, invoice }
}

const asTyped = ({ lines, number, issuedOn, periodFrom, periodTo, note }: InvoiceView) => ({
  number,
  issuedOn,
  periodFrom,
  periodTo,
  note,
  lines: lines.map(({ net: _, ...line }) => line),
})
const change = ({ actor, invoice }: Awaited<ReturnType<typeof readFrom>>, other: object) =>
  w.done(changeInvoice, actor, { ...asTyped(invoice), invoiceId: invoice.id, version: invoice.version, ...other })
const codesOf = ({ findings }: InvoiceView) => findings.map(({ code }) => code)

test('a file that says nothing odd leaves nothing to look at', async () => {
  const { invoice } = await readFrom(ubl)

  expect(invoice.findings).toEqual([])
})

test('another note leaves what the file says is due: 28.00 paid before, 0.05 rounded off', async () => {
  const read = await readFrom(ubl)

  const after = await change(read, { note: 'With the receipt of the train' })

  expect(after).toMatchObject({ note: 'With the receipt of the train', findings: [] })
  for (const amount of ['net', 'tax', 'adjustment', 'total'] as const)
    expect(after[amount]).toEqual(read.invoice[amount])
  expect(after.total).toEqual({ minor: 70_000n, currency: 'EUR' })
})

test('an invoice that no longer says what its file says tells the approver where', async () => {
  const read = await readFrom(ubl)
  const [first, ...rest] = asTyped(read.invoice).lines
  const other = await change(read, { number: 'PR-2026-042', lines: [{ ...first!, quantity: '8.75' }, ...rest] })
  await w.done(submitInvoice, read.actor, { invoiceId: other.id, version: other.version })

  const { findings } = await w.done(viewInvoice, w.member('approver'), { invoiceId: other.id })

  expect(findings.map(({ detail }) => detail)).toEqual([
    'The number in the file is PR-2026-041, in the invoice PR-2026-042.',
    'The total in the file is 700.00 EUR, in the invoice 819.00 EUR.',
    'The net amount in the file is 615.00 EUR, in the invoice 715.00 EUR.',
    'The tax in the file is 113.05 EUR, in the invoice 132.05 EUR.',
    'Changed or left out: line 1 of the file.',
  ])
})

test('a line that is not in the file is told', async () => {
  const read = await readFrom(ubl)
  const { lines } = asTyped(read.invoice)
  const more = { description: 'Extra', quantity: '1', unit: 'hour', unitPrice: '0.00', taxRate: '0' }

  const { findings } = await change(read, { lines: [...lines, more] })

  expect(findings.map(({ detail }) => detail)).toEqual(['The invoice has 1 more line than the file.'])
})

test('a file of another seller to another buyer is told to its contractor before, and to the approver', async () => {
  const foreign = changed(
    changed(
      changed(ubl, '<cbc:Name>Raman Design<', '<cbc:Name>Marco Design<'),
      'RegistrationName>Priya Raman<',
      'RegistrationName>Marco Rossi<',
    ),
    '>Northwind<',
    '>Southwind AG<',
  )
  const { actor, invoice, assignment } = await readFrom(foreign)
  const before = await w.done(viewMyInvoice, actor, { invoiceId: invoice.id })
  await w.done(submitInvoice, actor, { invoiceId: invoice.id, version: 1 })
  const after = await w.done(viewInvoice, w.member('approver'), { invoiceId: invoice.id })

  expect(before.findings).toEqual([
    { code: 'other-seller', detail: 'The file is an invoice of Marco Rossi; here Priya Raman is paid.' },
    {
      code: 'other-buyer',
      detail: `The file is addressed to Southwind AG; ${assignment.legalEntityName} pays for this work.`,
    },
  ])
  expect(after.findings).toEqual(before.findings)
})

test('an account other than the one that is paid to is told by its last four', async () => {
  const { invoice } = await readFrom(ubl, { iban: 'FR1420041010050500013M02606' })

  expect(invoice.findings).toEqual([
    {
      code: 'other-account',
      detail: 'The file asks for payment to the account ending in 3000; payments go to the one ending in 2606.',
    },
  ])
  expect(JSON.stringify(await w.sql('select * from invoices where id = $1', [invoice.id]))).not.toContain(
    '370400440532013',
  )
})

test('the account that is paid to, written in groups, is no finding', async () => {
  const grouped = changed(ubl, 'DE89370400440532013000', 'DE89 3704 0044 0532 0130 00')
  const { invoice } = await readFrom(grouped, { iban: 'DE89370400440532013000' })

  expect(invoice.findings).toEqual([])
})

test('a line that is not quantity times price, and a rate its category does not have, are told', async () => {
  const odd = changed(
    changed(ubl, '<cbc:PriceAmount currencyID="EUR">20.00<', '<cbc:PriceAmount currencyID="EUR">5.00<'),
    /<cbc:ID>S<\/cbc:ID>/g,
    '<cbc:ID>AE</cbc:ID>',
  )
  const { actor, invoice } = await readFrom(odd)
  await w.done(submitInvoice, actor, { invoiceId: invoice.id, version: 1 })

  const seen = await w.done(viewInvoice, w.member('manager'), { invoiceId: invoice.id })

  expect(codesOf(seen)).toEqual(['line-arithmetic', 'tax-category', 'tax-category', 'tax-category'])
})

test('none of it stops the approval: whoever decides has seen it', async () => {
  const { actor, invoice } = await readFrom(changed(ubl, '>Northwind<', '>Southwind AG<'))
  const { version } = await w.done(submitInvoice, actor, { invoiceId: invoice.id, version: 1 })

  const approved = await w.done(approveInvoice, w.member('approver'), { invoiceId: invoice.id, version })

  expect(approved).toMatchObject({ status: 'approved', findings: [{ code: 'other-buyer' }] })
})

const lines = [{ description: 'Motion design', quantity: '1', unitPrice: '85.00' }]

test('an invoice dated more than a year back carries a remark', async () => {
  const { assignmentId, actor } = await contractorAtWork(w)
  const draft = (number: string, issuedOn: string) =>
    w.done(draftInvoice, actor, { assignmentId, number, issuedOn, lines })

  const old = await draft('OLD-1', '2025-11-15')
  const recent = await draft('OLD-2', '2025-11-16')

  expect(old.findings).toEqual([
    { code: 'old-date', detail: 'The invoice is dated 15 November 2025, more than a year back.' },
  ])
  expect(recent.findings).toEqual([])
})

test('an invoice more than ten years old is not submitted', async () => {
  const { assignmentId, actor } = await contractorAtWork(w)
  const { id: invoiceId } = await w.done(draftInvoice, actor, {
    assignmentId,
    number: 'OLD-3',
    issuedOn: '2016-11-15',
    lines,
  })

  expect((await w.ask(submitInvoice, actor, { invoiceId, version: 1 })).body).toMatchObject({
    errors: [{ pointer: '#/issuedOn', detail: 'The date of the invoice is more than 10 years ago.' }],
  })
})
