import type { LedgerBalanceView, LedgerEntryView } from '#modules/payments/contract.ts'
import { pathIn } from '#web/lib/pathIn.ts'

const words: Readonly<Record<LedgerEntryView['kind'], string>> = {
  invoice_approved: 'Invoice approved',
  invoice_voided: 'Invoice voided',
  payment_sent: 'Payment sent',
  payment_settled: 'Payment settled',
  payment_returned: 'Payment came back',
}

export const wordsOfEntry = ({ kind, subjectName }: LedgerEntryView): string => `${words[kind]} · ${subjectName}`

/** The page of what was booked: an invoice or a payment. */
export const pathOfSubject = (organization: string, { kind, subjectId }: LedgerEntryView): string =>
  pathIn(organization, `${kind.startsWith('invoice') ? 'invoices' : 'payments'}/${subjectId}`)

type Account = Pick<LedgerBalanceView, 'legalEntityId' | 'kind' | 'ownerId'> & Readonly<{ currency: string }>

export const pathOfAccount = (organization: string, { legalEntityId, kind, ownerId, currency }: Account): string =>
  pathIn(organization, `payments/ledger/${legalEntityId}/${kind}/${ownerId}/${currency}`)

type Sides = Readonly<{ own: LedgerEntryView['postings'][number] | undefined; others: LedgerEntryView['postings'] }>

/** The posting on this account, and those on the other side of the same entry. */
export const sidesOf = ({ postings }: LedgerEntryView, account: Account): Sides => {
  const isOwn = ({ legalEntityId, kind, ownerId, amount }: LedgerEntryView['postings'][number]) =>
    legalEntityId === account.legalEntityId &&
    kind === account.kind &&
    ownerId === account.ownerId &&
    amount.currency === account.currency
  return { own: postings.find(isOwn), others: postings.filter((posting) => !isOwn(posting)) }
}
