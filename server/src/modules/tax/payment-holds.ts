import { z } from 'zod'
import { hold, type PaymentHolds } from '#kernel/holds.ts'

/**
 * Why nobody may be paid yet, as far as tax goes. A person in the United States is paid once a Form W-9 with a number is
 * there (IRC 3406: without one 24 % would have to be withheld); for everybody else W-8 forms come later.
 */
export const paymentHolds: PaymentHolds = {
  view: 'tax_payment_holds',
  by: 'contractor',
  words: {
    'tax.no-tax-form': hold(z.object({}), {
      title: 'No W-9',
      summary: 'There is no signed Form W-9.',
      owner: 'contractor',
      tell: () => ({
        sentence: 'A signed Form W-9 is needed before anything can be paid.',
        clears: { label: 'Sign Form W-9', path: '/portal/tax' },
      }),
    }),
    'tax.number-applied-for': hold(z.object({}), {
      title: 'No taxpayer number',
      summary: 'The taxpayer identification number is missing.',
      owner: 'contractor',
      tell: () => ({
        sentence: 'The taxpayer identification number is still missing: the form says it was applied for.',
        clears: { label: 'Sign the form with the number', path: '/portal/tax' },
      }),
    }),
  },
}
