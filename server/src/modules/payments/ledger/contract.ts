import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { Currency, Money } from '#kernel/money.ts'
import { pageInput, pageOf } from '#kernel/page.ts'
import { LegalEntityId } from '#modules/organizations/contract.ts'
import { LedgerEntryId } from '#modules/payments/ids.ts'

export const ledgerAccountKinds = ['expense', 'payable', 'clearing', 'bank'] as const
export const LedgerAccountKind = z.enum(ledgerAccountKinds)

export const ledgerEntryKinds = [
  'invoice_approved',
  'invoice_voided',
  'payment_sent',
  'payment_settled',
  'payment_returned',
] as const
export const LedgerEntryKind = z.enum(ledgerEntryKinds)
export type LedgerEntryKind = z.output<typeof LedgerEntryKind>

/** What is owed belongs to a contractor; everything else to the legal entity. */
const account = { legalEntityId: LegalEntityId, kind: LedgerAccountKind, ownerId: z.uuid() }

export const LedgerEntryView = z.object({
  id: LedgerEntryId,
  kind: LedgerEntryKind,
  subjectId: z.uuid().describe('The invoice or the payment'),
  subjectName: z.string().describe('The number of the invoice, the reference of the payment'),
  reverses: LedgerEntryId.nullable(),
  bookedAt: Instant,
  postings: z.array(
    z.object({
      ...account,
      ownerName: z.string(),
      amount: Money.describe('A debit is more than zero, a credit less'),
    }),
  ),
})
export type LedgerEntryView = z.output<typeof LedgerEntryView>

export const LedgerBalanceView = z.object({ ...account, ownerName: z.string(), balance: Money })
export type LedgerBalanceView = z.output<typeof LedgerBalanceView>

export const listLedgerEntries = endpoint({
  name: 'payments.list-entries',
  method: 'GET',
  path: '/ledger/entries',
  summary: 'Entries in the books, newest first: all, about one invoice or payment, or of one account',
  input: z.strictObject({
    subjectId: z.uuid().optional(),
    legalEntityId: LegalEntityId.optional(),
    kind: LedgerAccountKind.optional(),
    ownerId: z.uuid().optional(),
    currency: Currency.optional(),
    ...pageInput,
  }),
  output: pageOf(LedgerEntryView),
})

export const listLedgerBalances = endpoint({
  name: 'payments.list-balances',
  method: 'GET',
  path: '/ledger/balances',
  summary: 'What stands on each account, recomputed from its postings',
  input: z.strictObject({
    legalEntityId: LegalEntityId.optional(),
    kind: LedgerAccountKind.optional(),
    ownerId: z.uuid().optional(),
    ...pageInput,
  }),
  output: pageOf(LedgerBalanceView),
})
