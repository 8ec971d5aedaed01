import type { PlainDate } from '#kernel/dates.ts'
import type { Money } from '#kernel/money.ts'

/** Who pays, as the bank that takes the file knows them. Banks hand these values out on a set-up sheet. */
export type NachaOriginator = Readonly<{
  companyName: string
  /** Ten characters, most often 1 and the EIN. */
  companyId: string
  bankName: string
  /** The routing number of the bank the file is given to. */
  bankRoutingNumber: string
  /** What that bank expects as the origin of the file: a routing number or the company id. */
  immediateOrigin: string
  /** The routing number of the bank that sends the entries into the network, usually the same bank. */
  odfiRoutingNumber: string
}>

export type NachaPayment = Readonly<{
  payeeName: string
  holder: 'individual' | 'business'
  routingNumber: string
  accountNumber: string
  accountType: 'checking' | 'savings'
  amount: Money
  /** Our reference for the payment; it comes back with a return. */
  individualId: string
  effectiveOn: PlainDate
  /** What is paid, invoice by invoice. Goes along with payments to businesses; may be empty. */
  remittances: readonly Readonly<{ invoiceNumber: string; amount: Money }>[]
}>

export type NachaOrder = Readonly<{
  originator: NachaOriginator
  payments: readonly NachaPayment[]
  createdAt: Date
  /** Where the legal entity keeps its days, as an IANA name. */
  timeZone: string
  /** A to Z, then 0 to 9: tells the files of one day apart. */
  fileIdModifier: string
  /** The first of the running numbers given to the entries, 1 to 9,999,999. */
  firstTraceSequence: number
}>
