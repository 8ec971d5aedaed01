import { decimalsOf } from '#kernel/currency.ts'
import { decimalOf, type Money, money, sumOf } from '#kernel/money.ts'
import type { PostalAddress } from '#kernel/postal-address.ts'
import type { BankFile } from './bank-file.ts'
import { type BankAlphabet, bankText } from './bank-text.ts'
import type { CreditorAccount, Pain001Order, Pain001Payment } from './pain001-order.ts'
import { isSepa, pain001Refusals } from './pain001-refusals.ts'

export type Pain001Content = Readonly<{ text: string; transactionCount: number; controlSum: string }>

/**
 * Writes a credit transfer initiation, ISO 20022 pain.001.001.09, as the EPC (SEPA credit transfer, customer to bank
 * implementation guidelines) and CBPR+ (everything else) want it filled in: one PmtInf for each day, account, currency
 * and kind of transfer, with its own count and sum.
 */
export const pain001File = (order: Pain001Order): BankFile<Pain001Content> => {
  const refusals = pain001Refusals(order)
  if (refusals.length > 0) return { ok: false, refusals }
  const { messageId, payments } = order
  const groups = Map.groupBy(payments, groupOf)
  const controlSum = controlSumOf([...groups.values()].map(totalOf))
  const text = [
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">`,
    '<CstmrCdtTrfInitn>',
    groupHeader(order, controlSum),
    ...[...groups.keys()]
      .toSorted()
      .map((key, at) => paymentInformation(groups.get(key) ?? [], `${messageId}-${at + 1}`)),
    '\n</CstmrCdtTrfInitn></Document>\n',
  ].join('')
  return { ok: true, text, transactionCount: payments.length, controlSum }
}

const groupOf = (payment: Pain001Payment): string =>
  [payment.executeOn, payment.debtor.iban, payment.amount.currency, isSepa(payment) ? 'SEPA' : ''].join(' ')

const totalOf = (payments: readonly Pain001Payment[]): Money => {
  const currency = payments[0]?.amount.currency ?? 'EUR'
  return sumOf(
    payments.map(({ amount }) => amount),
    currency,
  )
}

/** The sum of all amounts whatever their currency, as the message header wants it: with as many decimals as any has. */
const controlSumOf = (totals: readonly Money[]): string => {
  const finest = totals.reduce((best, next) => (decimalsOf(next.currency) > decimalsOf(best.currency) ? next : best))
  const scaled = totals.map(
    ({ minor, currency }) => minor * 10n ** BigInt(decimalsOf(finest.currency) - decimalsOf(currency)),
  )
  return decimalOf(
    money(
      scaled.reduce((sum, minor) => sum + minor, 0n),
      finest.currency,
    ),
  )
}

const groupHeader = ({ messageId, createdAt, initiatingParty, payments }: Pain001Order, controlSum: string): string =>
  `\n<GrpHdr><MsgId>${escaped(messageId)}</MsgId><CreDtTm>${createdAt.toISOString().slice(0, 19)}Z</CreDtTm>` +
  `<NbOfTxs>${payments.length}</NbOfTxs><CtrlSum>${controlSum}</CtrlSum>` +
  `<InitgPty>${element('Nm', initiatingParty, nameFit('sepa'))}</InitgPty></GrpHdr>`

const paymentInformation = (payments: readonly Pain001Payment[], id: string): string => {
  const [first] = payments
  if (first === undefined) return ''
  const { debtor, executeOn } = first
  const sepa = isSepa(first)
  const alphabet = sepa ? 'sepa' : 'ascii'
  return [
    `\n<PmtInf><PmtInfId>${escaped(id)}</PmtInfId><PmtMtd>TRF</PmtMtd>`,
    `<NbOfTxs>${payments.length}</NbOfTxs><CtrlSum>${decimalOf(totalOf(payments))}</CtrlSum>`,
    sepa ? '<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>' : '',
    `<ReqdExctnDt><Dt>${executeOn}</Dt></ReqdExctnDt>`,
    `<Dbtr>${element('Nm', debtor.name, nameFit(alphabet))}${postalAddress(debtor.address, alphabet)}</Dbtr>`,
    `<DbtrAcct><Id><IBAN>${debtor.iban}</IBAN></Id></DbtrAcct>`,
    `<DbtrAgt><FinInstnId>${bicOrNotProvided(debtor.bic)}</FinInstnId></DbtrAgt>`,
    `<ChrgBr>${sepa ? 'SLEV' : 'SHAR'}</ChrgBr>`,
    ...payments.map((payment) => transaction(payment, alphabet)),
    '</PmtInf>',
  ].join('')
}

const transaction = (payment: Pain001Payment, alphabet: BankAlphabet): string => {
  const { creditorName, creditorAddress, account, amount, endToEndId, remittance } = payment
  // A name in a script the bank cannot take gives way to our reference.
  const name = bankText(creditorName, alphabet) || `PAYEE ${endToEndId}`
  const about = element('Ustrd', remittance, { alphabet, longest: 140 })
  return (
    `\n<CdtTrfTxInf><PmtId><EndToEndId>${escaped(endToEndId)}</EndToEndId></PmtId>` +
    `<Amt><InstdAmt Ccy="${amount.currency}">${decimalOf(amount)}</InstdAmt></Amt>${creditorAgent(account)}` +
    `<Cdtr>${element('Nm', name, nameFit(alphabet))}${postalAddress(creditorAddress, alphabet)}</Cdtr>` +
    `<CdtrAcct><Id>${accountId(account)}</Id></CdtrAcct>${about === '' ? '' : `<RmtInf>${about}</RmtInf>`}</CdtTrfTxInf>`
  )
}

const creditorAgent = (account: CreditorAccount): string => {
  const bank = account.kind === 'iban' ? { bic: account.bic } : account.bank
  const institution =
    'routingNumber' in bank
      ? `<ClrSysMmbId><ClrSysId><Cd>USABA</Cd></ClrSysId><MmbId>${bank.routingNumber}</MmbId></ClrSysMmbId>`
      : bank.bic === undefined
        ? ''
        : `<BICFI>${bank.bic}</BICFI>`
  return institution === '' ? '' : `<CdtrAgt><FinInstnId>${institution}</FinInstnId></CdtrAgt>`
}

const accountId = (account: CreditorAccount): string =>
  account.kind === 'iban' ? `<IBAN>${account.iban}</IBAN>` : `<Othr><Id>${account.accountNumber}</Id></Othr>`

const bicOrNotProvided = (bic: string | undefined): string =>
  bic === undefined ? '<Othr><Id>NOTPROVIDED</Id></Othr>' : `<BICFI>${bic}</BICFI>`

/** The order of the fields is the schema's; lines beside town and country make it a hybrid address. */
const postalAddress = (address: PostalAddress | undefined, alphabet: BankAlphabet): string => {
  if (address === undefined) return ''
  const { line1, line2, city, region, postalCode, country } = address
  return [
    '<PstlAdr>',
    element('PstCd', postalCode, { alphabet, longest: 16 }),
    element('TwnNm', city, { alphabet, longest: 35 }),
    element('CtrySubDvsn', region, { alphabet, longest: 35 }),
    `<Ctry>${country}</Ctry>`,
    element('AdrLine', line1, { alphabet, longest: 70 }),
    element('AdrLine', line2, { alphabet, longest: 70 }),
    '</PstlAdr>',
  ].join('')
}

type Fit = Readonly<{ alphabet: BankAlphabet; longest: number }>

/** A name has 140 characters in the schema and 70 inside SEPA. */
const nameFit = (alphabet: BankAlphabet): Fit => ({ alphabet, longest: alphabet === 'sepa' ? 70 : 140 })

/** An element whose text the bank can take, cut to its length; nothing at all when no text is left. */
const element = (name: string, text: string | null, { alphabet, longest }: Fit): string => {
  if (text === null) return ''
  const written = bankText(text, alphabet).slice(0, longest).trimEnd()
  return written === '' ? '' : `<${name}>${escaped(written)}</${name}>`
}

const escaped = (text: string): string =>
  /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text
