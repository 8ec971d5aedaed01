import { z } from 'zod'
import { hold, type PaymentHolds } from '#kernel/holds.ts'

/** Work that was done is paid even when its contractor has left; only a ban holds it back. */
export const paymentHolds: PaymentHolds = {
  view: 'contractor_payment_holds',
  by: 'contractor',
  words: {
    'directory.do-not-engage': hold(z.object({}), {
      title: 'Do not engage',
      summary: 'The contractor is not to be engaged again.',
      owner: 'legal',
      isStaffOnly: true,
      tell: ({ contractorId }) => ({
        sentence: 'This contractor is not to be engaged again.',
        clears: { label: 'Lift this', path: `/contractors/${contractorId}` },
      }),
    }),
  },
}
