import { z } from 'zod'
import { hold, type PaymentHolds } from '#kernel/holds.ts'

const pageOf = (contractorId: string) => ({
  label: 'Open the contractor',
  path: `/contractors/${contractorId}?tab=payee`,
})

/** What the accounts on both sides say about an invoice that is to be paid. */
export const paymentHolds: PaymentHolds = {
  view: 'invoice_payment_holds',
  by: 'invoice',
  words: {
    'payments.no-originating-account': hold(z.object({ legalEntityName: z.string() }), {
      title: 'No account to pay from',
      summary: 'The legal entity has no bank account to pay from.',
      owner: 'finance',
      isStaffOnly: true,
      tell: ({ detail: { legalEntityName } }) => ({
        sentence: `${legalEntityName} has no bank account to pay from.`,
        clears: { label: 'Add the bank account', path: '/settings/legal-entities' },
      }),
    }),
    'payments.other-currency': hold(z.object({ last4: z.string(), takes: z.string(), currency: z.string() }), {
      title: 'Account in another currency',
      summary: 'The bank account takes another currency.',
      owner: 'contractor',
      tell: ({ detail: { last4, takes, currency } }) => ({
        sentence: `The account ending in ${last4} takes ${takes}, and the invoice is in ${currency}.`,
        clears: { label: `Add an account in ${currency}`, path: '/portal/payout' },
      }),
    }),
    'payments.account-returned': hold(z.object({ last4: z.string(), reason: z.string() }), {
      title: 'A payment came back',
      summary: 'A payment to this bank account came back.',
      owner: 'contractor',
      tell: ({ detail: { last4, reason } }) => ({
        sentence: `A payment to the account ending in ${last4} came back: ${reason}`,
        clears: { label: 'Give another account', path: '/portal/payout' },
      }),
    }),
    // The two that only a run knows: they keep something out of it and are gone with it.
    'payments.account-changed': hold(z.object({}), {
      title: 'Bank account has changed',
      summary: 'The bank account has changed.',
      owner: 'finance',
      tell: ({ contractorId }) => ({ sentence: 'The bank account has changed.', clears: pageOf(contractorId) }),
    }),
    'payments.other-rail': hold(z.object({}), {
      title: 'Account needs another file',
      summary: 'The bank account cannot be reached by this kind of file.',
      owner: 'finance',
      tell: ({ contractorId }) => ({
        sentence: 'The bank account cannot be reached by this kind of file.',
        clears: pageOf(contractorId),
      }),
    }),
  },
}
