import { dayIn, type PlainDate } from '#kernel/dates.ts'
import { decimalOf, type Money, money } from '#kernel/money.ts'
import type { BankFile } from './bank-file.ts'
import { bankText } from './bank-text.ts'
import type { NachaOrder, NachaOriginator, NachaPayment } from './nacha-order.ts'
import {
  addenda,
  batchControl,
  batchHeader,
  entryDetail,
  fileControl,
  fileHeader,
  nachaRecord,
} from './nacha-record.ts'
import { nachaRefusals } from './nacha-refusals.ts'
import { entryDescriptionOn, type Sec } from './nacha-rules.ts'

export type NachaContent = Readonly<{
  text: string
  /** One for each payment, in the order the payments were given. */
  traceNumbers: readonly string[]
  entryCount: number
  total: Money
}>

/**
 * Writes a file of credits (Nacha Operating Rules, Appendix Two): a batch for each day and kind of account holder,
 * trace numbers ascending, padded to blocks of ten records, each ended by a line feed.
 */
export const nachaFile = (order: NachaOrder): BankFile<NachaContent> => {
  const refusals = nachaRefusals(order)
  if (refusals.length > 0) return { ok: false, refusals }
  const entries = entriesOf(order)
  const batches = [...Map.groupBy(entries, ({ batch }) => batch).values()]
  const records = batches.flatMap((batch, index) => batchRecords(order, batch, index + 1))
  return {
    ok: true,
    text: blocked([headerRecord(order), ...records], { batchCount: batches.length, ...controlsOf(entries) }),
    traceNumbers: entries.toSorted((one, other) => one.index - other.index).map(({ traceNumber }) => traceNumber),
    entryCount: entries.length,
    total: money(controlsOf(entries).totalCredit, 'USD'),
  }
}

type Entry = Readonly<{
  index: number
  payment: NachaPayment
  /** Effective day and entry class: what is equal here shares a batch, and batches are in this order. */
  batch: string
  traceNumber: string
  information: string
}>

const entriesOf = ({ payments, originator, firstTraceSequence }: NachaOrder): readonly Entry[] =>
  payments
    .map((payment, index) => ({ index, payment, batch: `${payment.effectiveOn} ${secOf(payment)}` }))
    .toSorted((one, other) => (one.batch < other.batch ? -1 : Number(one.batch > other.batch)))
    .map((entry, position) => ({
      ...entry,
      traceNumber: `${odfiOf(originator)}${String(firstTraceSequence + position).padStart(7, '0')}`,
      information: informationOf(entry.payment),
    }))

const secOf = ({ holder }: NachaPayment): Sec => (holder === 'individual' ? 'PPD' : 'CCD')

const odfiOf = ({ odfiRoutingNumber }: NachaOriginator): string => odfiRoutingNumber.slice(0, 8)

/**
 * The invoices of a payment to a business as X12 segments, RMR*IV*number**amount\ for each. A CCD entry has room for
 * one addenda record of 80 characters; where they do not fit, our reference stands for all of them.
 */
const informationOf = ({ holder, remittances, individualId, amount }: NachaPayment): string => {
  if (holder === 'individual' || remittances.length === 0) return ''
  const segments = remittances.map((each) =>
    segment(bankText(each.invoiceNumber, 'ascii') || individualId, each.amount),
  )
  const whole = segments.join('')
  return whole.length <= 80 ? whole : segment(individualId, amount)
}

const segment = (reference: string, amount: Money): string =>
  `RMR*IV*${reference.replaceAll(/[*\\~]/g, '-')}**${decimalOf(amount)}\\`

const headerRecord = ({ originator, createdAt, timeZone, fileIdModifier }: NachaOrder): string =>
  nachaRecord(fileHeader, {
    immediateDestination: originator.bankRoutingNumber,
    immediateOrigin: originator.immediateOrigin,
    createdOn: shortDate(dayIn(timeZone, createdAt)),
    createdAt: timeIn(timeZone, createdAt),
    fileIdModifier,
    destinationName: bankText(originator.bankName, 'ascii'),
    originName: bankText(originator.companyName, 'ascii'),
  })

const batchRecords = (order: NachaOrder, entries: readonly Entry[], batchNumber: number): readonly string[] => {
  const { originator, createdAt, timeZone } = order
  const [first] = entries
  if (first === undefined) return []
  const shared = { companyId: originator.companyId, odfi: odfiOf(originator), batchNumber }
  const header = nachaRecord(batchHeader, {
    ...shared,
    companyName: bankText(originator.companyName, 'ascii'),
    sec: secOf(first.payment),
    entryDescription: entryDescriptionOn(secOf(first.payment), first.payment.effectiveOn),
    descriptiveDate: shortDate(dayIn(timeZone, createdAt)),
    effectiveDate: shortDate(first.payment.effectiveOn),
  })
  return [header, ...entries.flatMap(entryRecords), nachaRecord(batchControl, { ...shared, ...controlsOf(entries) })]
}

const entryRecords = ({ payment, traceNumber, information }: Entry): readonly string[] => {
  const record = nachaRecord(entryDetail, {
    transactionCode: payment.accountType === 'checking' ? 22 : 32,
    rdfi: payment.routingNumber.slice(0, 8),
    checkDigit: payment.routingNumber.slice(8),
    accountNumber: payment.accountNumber,
    amount: payment.amount.minor,
    individualId: payment.individualId,
    // Banks post by the number; a name in a script that cannot be written gives way to our reference.
    individualName: bankText(payment.payeeName, 'ascii') || `PAYEE ${payment.individualId}`,
    hasAddenda: information === '' ? 0 : 1,
    traceNumber,
  })
  if (information === '') return [record]
  return [record, nachaRecord(addenda, { paymentInformation: information, entry: traceNumber.slice(-7) })]
}

/** The entry hash adds up the first eight digits of the receiving banks and keeps the last ten digits of the sum. */
const controlsOf = (entries: readonly Entry[]) => ({
  entryAddendaCount: entries.reduce((count, { information }) => count + (information === '' ? 1 : 2), 0),
  entryHash: entries.reduce((sum, { payment }) => sum + Number(payment.routingNumber.slice(0, 8)), 0) % 10 ** 10,
  totalDebit: 0,
  totalCredit: entries.reduce((sum, { payment }) => sum + payment.amount.minor, 0n),
})

type Totals = ReturnType<typeof controlsOf> & Readonly<{ batchCount: number }>

/** Adds the last record and fills the last block of ten with nines. */
const blocked = (records: readonly string[], totals: Totals): string => {
  const blockCount = Math.ceil((records.length + 1) / 10)
  const fill = Array.from({ length: blockCount * 10 - records.length - 1 }, () => '9'.repeat(94))
  return `${[...records, nachaRecord(fileControl, { ...totals, blockCount }), ...fill].join('\n')}\n`
}

/** Year, month and day with two digits each. */
const shortDate = (date: PlainDate): string => date.slice(2).replaceAll('-', '')

const timeIn = (timeZone: string, instant: Date): string =>
  instant
    .toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    .replace(':', '')
