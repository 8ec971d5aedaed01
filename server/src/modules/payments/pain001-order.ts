import type { PlainDate } from '#kernel/dates.ts'
import type { Money } from '#kernel/money.ts'
import type { PostalAddress } from '#kernel/postal-address.ts'

/** The account the money leaves, and the legal entity that owns it. */
export type Pain001Debtor = Readonly<{ name: string; address: PostalAddress; iban: string; bic: string | undefined }>

export type CreditorAccount =
  | Readonly<{ kind: 'iban'; iban: string; bic: string | undefined }>
  | Readonly<{ kind: 'other'; accountNumber: string; bank: Readonly<{ bic: string } | { routingNumber: string }> }>

export type Pain001Payment = Readonly<{
  debtor: Pain001Debtor
  creditorName: string
  /** May be missing inside SEPA only. */
  creditorAddress: PostalAddress | undefined
  account: CreditorAccount
  amount: Money
  executeOn: PlainDate
  /** Our reference for the payment, which reaches the payee and comes back with a return. One of its kind in a file. */
  endToEndId: string
  remittance: string
}>

export type Pain001Order = Readonly<{
  messageId: string
  createdAt: Date
  /** Where the legal entity keeps its days, as an IANA name. */
  timeZone: string
  initiatingParty: string
  payments: readonly Pain001Payment[]
}>
