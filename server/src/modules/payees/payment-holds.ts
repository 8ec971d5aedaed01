import { z } from 'zod'
import { hold, type PaymentHolds } from '#kernel/holds.ts'

const Account = z.object({ last4: z.string() })
const pageOf = (contractorId: string) => `/contractors/${contractorId}?tab=payee`

/**
 * No account, one that nobody has checked, one that is held. A change under way stops payments: to the old account
 * because it may be closed, to the new one until it is checked.
 */
export const paymentHolds: PaymentHolds = {
  view: 'payee_payment_holds',
  by: 'contractor',
  words: {
    'payees.no-payout-method': hold(z.object({}), {
      title: 'No bank account',
      summary: 'There is no bank account to pay to.',
      owner: 'contractor',
      tell: () => ({
        sentence: 'There is no bank account to pay to.',
        clears: { label: 'Add a bank account', path: '/portal/payout' },
      }),
    }),
    'payees.payout-method-unverified': hold(Account, {
      title: 'Bank account to confirm',
      summary: 'The bank account has to be confirmed.',
      owner: 'finance',
      tell: ({ contractorId, detail: { last4 } }) => ({
        sentence: `The account ending in ${last4} has to be confirmed.`,
        clears: { label: 'Confirm the account', path: pageOf(contractorId) },
      }),
    }),
    'payees.payout-method-held': hold(Account, {
      title: 'New bank account is held',
      summary: 'The new bank account is held.',
      owner: 'nobody',
      tell: ({ contractorId, detail: { last4 } }) => ({
        sentence: `The new account ending in ${last4} is held to keep your money safe.`,
        clears: { label: 'See the bank account', path: pageOf(contractorId) },
      }),
    }),
  },
}
