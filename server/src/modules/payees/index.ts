export * from './events.ts'
export { openPayoutDetails, type PayoutDetails } from './open-payout-details.ts'
export type { PayoutMethod } from './payout-method.ts'
export { activePayoutMethod, payeeOf, payoutMethodOf } from './store.ts'
