import { isSEPACountry } from 'ibantools'
import { dayIn, dayInWords, type PlainDate } from '#kernel/dates.ts'
import { checkBic } from '#kernel/identifiers/bic.ts'
import { checkIban } from '#kernel/identifiers/iban.ts'
import { checkRoutingNumber } from '#kernel/identifiers/routing-number.ts'
import type { PostalAddress } from '#kernel/postal-address.ts'
import type { FileRefusal } from './bank-file.ts'
import { bankText } from './bank-text.ts'
import { isBankingDay, target } from './banking-calendar.ts'
import type { CreditorAccount, Pain001Debtor, Pain001Order, Pain001Payment } from './pain001-order.ts'

/** EUR 999,999,999.99 (EPC132-08, SEPA credit transfer rulebook and implementation guidelines). */
const largestSepaAmount = 99_999_999_999n
/** The schema allows amounts and sums of 18 digits. */
const largestAmount = 10n ** 18n - 1n

/** The parts of a file are numbered behind its reference, and both share 35 characters. */
const mostPayments = 999_999

/** Euros from one SEPA account to another travel as a SEPA credit transfer; everything else as an ordinary one. */
export const isSepa = ({ debtor, account, amount }: Pain001Payment): boolean =>
  amount.currency === 'EUR' &&
  account.kind === 'iban' &&
  isSEPACountry(account.iban.slice(0, 2)) &&
  isSEPACountry(debtor.iban.slice(0, 2))

/** Everything that stands in the way of a correct file, for all payments at once. */
export const pain001Refusals = (order: Pain001Order): readonly FileRefusal[] => {
  const shared = sharedOf(order)
  return [
    ...refusals(undefined, fileChecks(order)),
    ...order.payments.flatMap((payment, paymentIndex) => refusals(paymentIndex, paymentChecks(payment, shared))),
  ]
}

type Check = readonly [isWrong: boolean, field: string, detail: string]

const refusals = (paymentIndex: number | undefined, checks: readonly Check[]): readonly FileRefusal[] =>
  checks.filter(([isWrong]) => isWrong).map(([, field, detail]) => ({ paymentIndex, field, detail }))

type Shared = Readonly<{
  createdOn: PlainDate
  closed: ReadonlySet<PlainDate>
  debtors: ReadonlyMap<Pain001Debtor, readonly Check[]>
  repeated: ReadonlySet<string>
}>

/** Thousands of payments share a handful of days and debtors, so each of these is looked at once. */
const sharedOf = ({ timeZone, createdAt, payments }: Pain001Order): Shared => {
  const days = new Set(payments.map(({ executeOn }) => executeOn))
  const debtors = new Set(payments.map(({ debtor }) => debtor))
  const byReference = Map.groupBy(payments, ({ endToEndId }) => endToEndId)
  return {
    createdOn: dayIn(timeZone, createdAt),
    closed: new Set([...days].filter((day) => !isBankingDay(day, target))),
    debtors: new Map([...debtors].map((debtor) => [debtor, debtorChecks(debtor)])),
    repeated: new Set([...byReference].filter(([, same]) => same.length > 1).map(([reference]) => reference)),
  }
}

const fileChecks = ({ messageId, initiatingParty, payments }: Pain001Order): readonly Check[] => [
  [
    !isReference(messageId, 28),
    'messageId',
    'The file needs a reference of at most 28 letters, digits and signs that banks accept.',
  ],
  [bankText(initiatingParty, 'sepa') === '', 'initiatingParty', 'Write the name in Latin letters.'],
  [payments.length === 0, 'payments', 'There is no payment to send.'],
  [payments.length > mostPayments, 'payments', 'This is more than one file should hold. Split it.'],
  [
    payments.reduce((sum, { amount }) => sum + amount.minor, 0n) * 10_000n > largestAmount,
    'payments',
    'The payments add up to more than one file can say. Split it.',
  ],
]

const paymentChecks = (payment: Pain001Payment, shared: Shared): readonly Check[] => {
  const { debtor, creditorName, creditorAddress, account, amount, executeOn, endToEndId } = payment
  const sepa = isSepa(payment)
  return [
    ...(shared.debtors.get(debtor) ?? []),
    [creditorName.trim() === '', 'creditorName', 'The payee has no name.'],
    ...(creditorAddress === undefined ? [] : addressChecks(creditorAddress, 'creditorAddress')),
    [
      creditorAddress === undefined && !sepa,
      'creditorAddress',
      'Outside SEPA the bank needs the city and the country of the payee.',
    ],
    ...accountChecks(account),
    [!/^[A-Z]{3}$/.test(amount.currency), 'amount', 'A currency has three capital letters, such as EUR.'],
    [amount.minor <= 0n, 'amount', 'The amount must be more than zero.'],
    [sepa && amount.minor > largestSepaAmount, 'amount', 'One SEPA payment is at most EUR 999,999,999.99.'],
    [!sepa && amount.minor > largestAmount, 'amount', 'This is more than the file can say.'],
    [executeOn < shared.createdOn, 'executeOn', 'The day of payment is over.'],
    [
      amount.currency === 'EUR' && shared.closed.has(executeOn),
      'executeOn',
      `Euro payments are not settled on ${dayInWords(executeOn)}.`,
    ],
    [
      !isReference(endToEndId, 35),
      'endToEndId',
      'The reference has at most 35 letters, digits and signs that banks accept.',
    ],
    [shared.repeated.has(endToEndId), 'endToEndId', 'Another payment of this file has the same reference.'],
  ]
}

const wrongIban = 'This is not an IBAN: its characters do not fit together.'
const wrongBic = 'A BIC has eight or eleven capital letters and digits.'
const wrongRoutingNumber = 'This is not a routing number: its nine digits do not fit together.'

const debtorChecks = ({ name, address, iban, bic }: Pain001Debtor): readonly Check[] => [
  [bankText(name, 'sepa') === '', 'debtor/name', 'Write the name in Latin letters.'],
  ...addressChecks(address, 'debtor/address'),
  [!isIban(iban), 'debtor/iban', wrongIban],
  [!isBicOrNone(bic), 'debtor/bic', wrongBic],
]

const accountChecks = (account: CreditorAccount): readonly Check[] => {
  if (account.kind === 'iban')
    return [
      [!isIban(account.iban), 'account/iban', wrongIban],
      [!isBicOrNone(account.bic), 'account/bic', wrongBic],
    ]
  const { accountNumber, bank } = account
  return [
    [
      !/^[A-Za-z0-9-]{1,34}$/.test(accountNumber),
      'account/accountNumber',
      'An account number has at most 34 letters, digits and hyphens.',
    ],
    'bic' in bank
      ? [!isBicOrNone(bank.bic), 'account/bic', wrongBic]
      : [!isRoutingNumber(bank.routingNumber), 'account/routingNumber', wrongRoutingNumber],
  ]
}

/**
 * Since 2026-11-14 (cross-border, CBPR+) and 2026-11-15 (SEPA) a bank may refuse an address whose town and country are
 * not in fields of their own; at most two further lines may stand beside them.
 */
const addressChecks = ({ city, country }: PostalAddress, at: string): readonly Check[] => [
  [bankText(city, 'sepa') === '', `${at}/city`, 'Write the city in Latin letters.'],
  [!/^[A-Z]{2}$/.test(country), `${at}/country`, 'The country has two capital letters, such as DE.'],
]

/** EPC132-08: a reference neither starts nor ends with a slash and has no two in a row. */
const isReference = (text: string, longest: number): boolean =>
  text.length <= longest &&
  /^[A-Za-z0-9\-?:().,'+](?:[A-Za-z0-9/\-?:().,'+ ]*[A-Za-z0-9\-?:().,'+])?$/.test(text) &&
  !text.includes('//')

/** A file carries the plain form of an identifier only, so that one typed with blanks is not sound enough here. */
const isBicOrNone = (text: string | undefined): boolean => {
  if (text === undefined) return true
  const check = checkBic(text)
  return check.ok && check.bic === text
}

const isIban = (text: string): boolean => {
  const check = checkIban(text)
  return check.ok && check.iban === text
}

const isRoutingNumber = (text: string): boolean => {
  const check = checkRoutingNumber(text)
  return check.ok && check.routingNumber === text
}
