import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
import { cancelPayoutMethod } from './cancel-payout-method.ts'
import { endHolds } from './end-holds.ts'
import { listPayoutMethods } from './list-payout-methods.ts'
import { paymentHolds } from './payment-holds.ts'
import { payoutMethods } from './reconciliation-store.ts'
import { rejectPayoutMethod } from './reject-payout-method.ts'
import { requestPayoutMethod } from './request-payout-method.ts'
import { revealPayoutMethod } from './reveal-payout-method.ts'
import { saveMyPayee } from './save-my-payee.ts'
import { verifyPayoutMethod } from './verify-payout-method.ts'
import { viewMyPayee, viewPayee } from './view-payee.ts'

export const payees: Module = {
  name: 'payees',
  handlers: [
    viewMyPayee,
    saveMyPayee,
    requestPayoutMethod,
    cancelPayoutMethod,
    viewPayee,
    listPayoutMethods,
    verifyPayoutMethod,
    rejectPayoutMethod,
    revealPayoutMethod,
  ],
  schedules: [endHolds],
  paymentHolds,
  reconciliations: [payoutMethods],
}
