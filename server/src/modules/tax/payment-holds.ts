import { z } from 'zod'
import { hold, type PaymentHolds } from '#kernel/holds.ts'

/**
 * Why nobody may be paid yet, as far as tax goes. A person in the United States is paid once a Form W-9 with a number is
 * there; whoever signed one, wherever they live, is not paid while the law wants a part withheld (IRC 3406), which Muster
 * does not do yet. For everybody else W-8 forms come later.
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
    // Finance's to settle: outside Muster, or with a new form once the IRS has ended the withholding.
    'tax.backup-withholding': hold(z.object({}), {
      title: 'Backup withholding applies',
      summary: '24 % backup withholding applies; Muster does not withhold yet.',
      owner: 'finance',
      tell: ({ contractorId }) => ({
        sentence:
          'Item 2 of Form W-9 is struck out: 24 % backup withholding applies, and Muster does not withhold yet.',
        clears: { label: 'See the tax form', path: `/contractors/${contractorId}?tab=tax` },
      }),
    }),
  },
}
