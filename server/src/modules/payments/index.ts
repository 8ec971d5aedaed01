export * from './events.ts'
export { payability } from './payability/payability.ts'
export type { Payment } from './payments/payment.ts'
export { paymentOf } from './payments/store.ts'
