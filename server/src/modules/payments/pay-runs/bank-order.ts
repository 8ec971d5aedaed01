import type { PlainDate } from '#kernel/dates.ts'
import type { LegalEntity, OpenAccount } from '#modules/organizations/index.ts'
import type { PayoutDetails } from '#modules/payees/index.ts'
import type { FileRefusal } from '#modules/payments/bank-file.ts'
import { nachaFile } from '#modules/payments/nacha-file.ts'
import type { NachaOriginator, NachaPayment } from '#modules/payments/nacha-order.ts'
import { pain001File } from '#modules/payments/pain001-file.ts'
import type { CreditorAccount, Pain001Debtor, Pain001Payment } from '#modules/payments/pain001-order.ts'
import type { Instruction } from './bank-file-store.ts'

export type Order = Readonly<{
  payRunNumber: number
  payOn: PlainDate
  entity: LegalEntity
  account: OpenAccount
  instructions: readonly (Instruction & Readonly<{ details: PayoutDetails }>)[]
  createdAt: Date
  timeZone: string
  numbers: Readonly<{ firstTrace: number; modifier: string }>
}>

export type Written =
  | Readonly<{ ok: true; name: string; mediaType: string; text: string; traceNumbers: readonly string[] }>
  | Readonly<{ ok: false; refusals: readonly FileRefusal[] }>

/** The file for the bank: which kind is told by the account that pays. */
export const writeBankFile = (order: Order): Written =>
  order.account.kind === 'us' ? writeNacha(order, order.account) : writePain001(order, order.account)

type Account<Kind extends OpenAccount['kind']> = Extract<OpenAccount, Readonly<{ kind: Kind }>>

const writeNacha = (order: Order, account: Account<'us'>): Written => {
  const { entity, instructions, createdAt, timeZone, numbers, payRunNumber } = order
  const originator: NachaOriginator = {
    companyName: entity.name,
    companyId: account.achCompanyId,
    bankName: account.bankName,
    bankRoutingNumber: account.routingNumber,
    immediateOrigin: account.achCompanyId,
    odfiRoutingNumber: account.routingNumber,
  }
  const payments = instructions.flatMap((instruction) => nachaPayment(instruction, order.payOn))
  const { firstTrace: firstTraceSequence, modifier: fileIdModifier } = numbers
  const written = nachaFile({ originator, payments, createdAt, timeZone, fileIdModifier, firstTraceSequence })
  if (!written.ok) return written
  const { text, traceNumbers } = written
  return { ok: true, name: `pay-run-${payRunNumber}.ach`, mediaType: 'text/plain', text, traceNumbers }
}

type Open = Order['instructions'][number]

const nachaPayment = ({ details, ...instruction }: Open, effectiveOn: PlainDate): readonly NachaPayment[] => {
  // Gathering a run leaves out whom ACH cannot reach, so none is lost here.
  if (details.kind !== 'us_bank') throw new Error('An account outside ACH came into a NACHA run.')
  const { routingNumber, accountNumber, accountType } = details
  return [
    {
      payeeName: details.holderName,
      holder: instruction.payeeKind === 'person' ? 'individual' : 'business',
      routingNumber,
      accountNumber,
      accountType,
      amount: instruction.amount,
      individualId: instruction.reference,
      effectiveOn,
      remittances: instruction.lines.map(({ number, amount }) => ({ invoiceNumber: number, amount })),
    },
  ]
}

const writePain001 = (order: Order, account: Account<'iban'>): Written => {
  const { entity, instructions, createdAt, timeZone, payRunNumber, payOn } = order
  const debtor: Pain001Debtor = {
    name: entity.name,
    address: entity.address,
    iban: account.iban,
    bic: account.bic ?? undefined,
  }
  const payments = instructions.map(
    (instruction): Pain001Payment => ({
      debtor,
      creditorName: instruction.details.holderName,
      creditorAddress: instruction.address,
      account: creditorAccount(instruction.details),
      amount: instruction.amount,
      executeOn: payOn,
      endToEndId: instruction.reference,
      remittance: instruction.lines.map(({ number }) => number).join(' '),
    }),
  )
  const messageId = `RUN-${payRunNumber}-${payOn}`
  const written = pain001File({ messageId, createdAt, timeZone, initiatingParty: entity.name, payments })
  if (!written.ok) return written
  const name = `pay-run-${payRunNumber}.xml`
  return { ok: true, name, mediaType: 'application/xml', text: written.text, traceNumbers: [] }
}

const creditorAccount = (details: PayoutDetails): CreditorAccount =>
  details.kind === 'iban'
    ? { kind: 'iban', iban: details.iban, bic: details.bic ?? undefined }
    : { kind: 'other', accountNumber: details.accountNumber, bank: { routingNumber: details.routingNumber } }
