import { z } from 'zod'
import { hold, type PaymentHolds } from '#kernel/holds.ts'
import { toSign } from './agreement-blockers.ts'

/** What its contractor has not signed yet: about this engagement, or about none in particular. */
export const paymentHolds: PaymentHolds = {
  view: 'agreement_payment_holds',
  by: 'engagement',
  words: {
    'agreements.waits-for-contractor': hold(z.object({ agreementId: z.uuid(), title: z.string() }), {
      title: 'Agreement to sign',
      summary: 'An agreement waits to be signed by the contractor.',
      owner: 'contractor',
      tell: ({ detail: { agreementId, title } }) => toSign({ id: agreementId, title }),
    }),
  },
}
