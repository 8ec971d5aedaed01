import { cancelPayoutMethod } from './cancel-payout-method.ts'
import { endHolds } from './end-holds.ts'
import { listPayoutMethods } from './list-payout-methods.ts'
import { rejectPayoutMethod } from './reject-payout-method.ts'
import { requestPayoutMethod } from './request-payout-method.ts'
import { revealPayoutMethod } from './reveal-payout-method.ts'
import { saveMyPayee } from './save-my-payee.ts'
import { verifyPayoutMethod } from './verify-payout-method.ts'
import { viewMyPayee, viewPayee } from './view-payee.ts'

export * from './events.ts'
export { openPayoutDetails, type PayoutDetails } from './open-payout-details.ts'
export { payoutBlockers } from './payout-blockers.ts'
export type { PayoutMethod } from './payout-method.ts'
export { activePayoutMethod, payeeOf, payoutMethodOf } from './store.ts'

export const payeeHandlers = [
  viewMyPayee,
  saveMyPayee,
  requestPayoutMethod,
  cancelPayoutMethod,
  viewPayee,
  listPayoutMethods,
  verifyPayoutMethod,
  rejectPayoutMethod,
  revealPayoutMethod,
]
export const payeeSchedules = [endHolds]
