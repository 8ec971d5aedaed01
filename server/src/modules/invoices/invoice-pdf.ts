import type { Ground, Work } from '#kernel/command.ts'
import { dayInWords } from '#kernel/dates.ts'
import { decimalOf, type Money } from '#kernel/money.ts'
import { contractorOf } from '#modules/directory/index.ts'
import { storeFile } from '#modules/files/index.ts'
import { legalEntityOf, letterheadOf } from '#modules/organizations/index.ts'
import type { Invoice } from './invoice.ts'
import { type InvoiceDocument, renderInvoice } from './invoice-document.ts'
import { savePdf } from './store.ts'

/** Sets the document of a submitted invoice, outside of every transaction. */
export const drawPdf = (
  { documents }: Pick<Ground, 'documents'>,
  { submittedAt, movedAt }: Pick<Invoice, 'submittedAt' | 'movedAt'>,
  document: InvoiceDocument,
): Promise<Uint8Array> => renderInvoice(documents, document, { createdAt: submittedAt ?? movedAt })

/** Keeps it beside the invoice. */
export const keepPdf = async (work: Work, invoice: Invoice, bytes: Uint8Array): Promise<void> => {
  const { id: subjectId, contractorId, number } = invoice
  const pdf = { name: `Invoice ${number}.pdf`, mediaType: 'application/pdf', bytes, sensitivity: 'normal' } as const
  await savePdf(work.tx, invoice.id, await storeFile(work, { ...pdf, subjectId, contractorId }))
}

/** What stands in it. */
export const documentOf = async (work: Work, invoice: Invoice): Promise<InvoiceDocument> => {
  const contractor = await contractorOf(work.tx, invoice.contractorId)
  const payer = await legalEntityOf(work.tx, invoice.legalEntityId)
  const { periodFrom, periodTo, note } = invoice
  return {
    letterhead: await letterheadOf(work),
    paper: payer.address.country === 'US' ? 'us-letter' : 'a4',
    language: 'en',
    kind: 'Invoice',
    number: invoice.number,
    due: { label: 'Total', amount: amountOf(invoice.total) },
    facts: [
      { label: 'Date', value: dayInWords(invoice.issuedOn) },
      { label: 'For', value: invoice.assignmentTitle },
      { label: 'Project', value: invoice.projectName },
      ...(periodFrom && periodTo
        ? [{ label: 'Period', value: `${dayInWords(periodFrom)} to ${dayInWords(periodTo)}` }]
        : []),
    ],
    parties: [
      {
        role: 'From',
        name: contractor.displayName,
        details: [contractor.email, contractor.city ?? '', contractor.country],
      },
      { role: 'To', name: payer.name, details: linesOf(payer.address) },
    ].map((party) => ({ ...party, details: party.details.filter((line) => line !== '') })),
    lines: invoice.lines.map((line) => ({
      description: line.description,
      quantity: `${line.quantity} ${line.unit}`,
      unitPrice: line.unitPrice,
      amount: decimalOf(line.net),
    })),
    totals: totalsOf(invoice),
    payTo: [],
    ...(note ? { notes: note } : {}),
  }
}

type Address = Awaited<ReturnType<typeof legalEntityOf>>['address']
const linesOf = ({ line1, line2, postalCode, city, region, country }: Address): string[] => [
  line1,
  line2 ?? '',
  [city, region, postalCode].filter(Boolean).join(' '),
  country,
]

const totalsOf = ({ net, tax, adjustment, total }: Invoice) => [
  ...(tax.minor !== 0n || adjustment.minor !== 0n ? [{ label: 'Net', amount: amountOf(net), strong: false }] : []),
  ...(tax.minor !== 0n ? [{ label: 'Tax', amount: amountOf(tax), strong: false }] : []),
  ...(adjustment.minor !== 0n
    ? [{ label: 'Paid before, rounding', amount: amountOf(adjustment), strong: false }]
    : []),
  { label: 'Total', amount: amountOf(total), strong: true },
]

/** Grouped by thousands: "12,500.00 USD". */
const amountOf = (amount: Money): string => {
  const [whole = '', fraction] = decimalOf(amount).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${fraction === undefined ? grouped : `${grouped}.${fraction}`} ${amount.currency}`
}
