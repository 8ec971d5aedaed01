import { dayIn, dayInWords, type PlainDate } from '#kernel/dates.ts'
import { checkRoutingNumber } from '#kernel/identifiers/routing-number.ts'
import { sumOf } from '#kernel/money.ts'
import type { FileRefusal } from './bank-file.ts'
import { bankText } from './bank-text.ts'
import { federalReserve, isBankingDay } from './banking-calendar.ts'
import type { NachaOrder, NachaPayment } from './nacha-order.ts'
import { sameDayEntryLimitOn } from './nacha-rules.ts'

/** A batch counts its entries and addenda with six digits, and each entry may bring one addenda record. */
const mostPayments = 499_999
/** A payment has ten digits of cents, a batch and a file twelve. */
const largestEntry = 9_999_999_999n
const largestTotal = 999_999_999_999n

type Finding = Readonly<{ field: string; detail: string }>

/** Everything that stands in the way of a correct file, for all payments at once. */
export const nachaRefusals = (order: NachaOrder): readonly FileRefusal[] => {
  const days = daysOf(order)
  return [
    ...fileFindings(order).map((finding) => ({ paymentIndex: undefined, ...finding })),
    ...order.payments.flatMap((payment, paymentIndex) =>
      paymentFindings(payment, days).map((finding) => ({ paymentIndex, ...finding })),
    ),
  ]
}

type Days = Readonly<{ createdOn: PlainDate; closed: ReadonlySet<PlainDate>; sameDayLimit: bigint }>

/** What depends on days alone is looked up once for the file: thousands of payments share a handful of days. */
const daysOf = ({ timeZone, createdAt, payments }: NachaOrder): Days => {
  const createdOn = dayIn(timeZone, createdAt)
  const days = new Set(payments.map(({ effectiveOn }) => effectiveOn))
  const closed = new Set([...days].filter((day) => !isBankingDay(day, federalReserve)))
  return { createdOn, closed, sameDayLimit: sameDayEntryLimitOn(createdOn) }
}

const fileFindings = ({ originator, payments, fileIdModifier, firstTraceSequence }: NachaOrder) =>
  found(
    [bankText(originator.companyName, 'ascii') === '', 'originator/companyName', 'Write the name in Latin letters.'],
    [bankText(originator.bankName, 'ascii') === '', 'originator/bankName', 'Write the name in Latin letters.'],
    [
      !/^[A-Z0-9][A-Z0-9 ]{8}[A-Z0-9]$/.test(originator.companyId),
      'originator/companyId',
      'The company id has ten capital letters or digits, as the bank assigned it.',
    ],
    [!isRoutingNumber(originator.bankRoutingNumber), 'originator/bankRoutingNumber', wrongRoutingNumber],
    [!isRoutingNumber(originator.odfiRoutingNumber), 'originator/odfiRoutingNumber', wrongRoutingNumber],
    [
      !/^[A-Z0-9]{9,10}$/.test(originator.immediateOrigin),
      'originator/immediateOrigin',
      'The origin has nine or ten capital letters or digits, as the bank asks for it.',
    ],
    [!/^[A-Z0-9]$/.test(fileIdModifier), 'fileIdModifier', 'The file needs one capital letter or digit of its own.'],
    [payments.length === 0, 'payments', 'There is no payment to send.'],
    [payments.length > mostPayments, 'payments', 'This is more than one file can count. Split it.'],
    [
      payments.reduce((sum, { amount }) => sum + amount.minor, 0n) > largestTotal,
      'payments',
      'The payments add up to more than one file can say. Split it.',
    ],
    [
      !Number.isInteger(firstTraceSequence) ||
        firstTraceSequence < 1 ||
        firstTraceSequence + payments.length > 9_999_999,
      'firstTraceSequence',
      'The trace numbers of this file would run past 9,999,999.',
    ],
  )

const paymentFindings = (payment: NachaPayment, days: Days) =>
  found(
    [payment.payeeName.trim() === '', 'payeeName', 'The payee has no name.'],
    [!isRoutingNumber(payment.routingNumber), 'routingNumber', wrongRoutingNumber],
    [
      !/^[A-Za-z0-9-]{1,17}$/.test(payment.accountNumber) || !/\d/.test(payment.accountNumber),
      'accountNumber',
      'An account number has at most 17 letters, digits and hyphens.',
    ],
    [
      !/^[A-Za-z0-9][A-Za-z0-9./-]{0,14}$/.test(payment.individualId),
      'individualId',
      'The reference has at most 15 letters and digits.',
    ],
    ...amountFindings(payment, days),
    [payment.effectiveOn < days.createdOn, 'effectiveOn', 'The day of payment is over.'],
    [
      days.closed.has(payment.effectiveOn),
      'effectiveOn',
      `Banks in the United States are closed on ${dayInWords(payment.effectiveOn)}.`,
    ],
    [!remittancesAddUp(payment), 'remittances', 'The amounts of the invoices do not add up to the payment.'],
  )

const amountFindings = (
  { amount, effectiveOn }: NachaPayment,
  { createdOn, sameDayLimit }: Days,
): readonly Check[] => [
  [amount.currency !== 'USD', 'amount', `ACH moves dollars only, not ${amount.currency}.`],
  [amount.minor <= 0n, 'amount', 'The amount must be more than zero.'],
  [amount.minor > largestEntry, 'amount', 'One ACH payment is at most $99,999,999.99.'],
  [
    effectiveOn === createdOn && amount.minor > sameDayLimit,
    'amount',
    'This is more than an ACH payment may be on the day it is sent. Pay it a banking day later.',
  ],
]

type Check = readonly [isWrong: boolean, field: string, detail: string]

const found = (...checks: readonly Check[]): readonly Finding[] =>
  checks.filter(([isWrong]) => isWrong).map(([, field, detail]) => ({ field, detail }))

const wrongRoutingNumber = 'This is not a routing number: its nine digits do not fit together.'

/** A file carries the nine digits and nothing else, so that a number typed with blanks is not sound enough here. */
const isRoutingNumber = (text: string): boolean => {
  const check = checkRoutingNumber(text)
  return check.ok && check.routingNumber === text
}

const remittancesAddUp = ({ remittances, amount }: NachaPayment): boolean =>
  remittances.length === 0 ||
  (remittances.every((each) => each.amount.currency === amount.currency) &&
    sumOf(
      remittances.map((each) => each.amount),
      amount.currency,
    ).minor === amount.minor)
