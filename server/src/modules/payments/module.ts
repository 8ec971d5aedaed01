import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
import { paymentHolds } from './holds/payment-holds.ts'
import { listLedgerBalances, listLedgerEntries } from './ledger/list-ledger.ts'
import { acknowledgePayRun } from './pay-runs/acknowledge-run.ts'
import { approvePayRun } from './pay-runs/approve-run.ts'
import { cancelPayRun } from './pay-runs/cancel-run.ts'
import { downloadBankFile } from './pay-runs/download-bank-file.ts'
import { lockPayRun } from './pay-runs/lock-run.ts'
import { preparePayRun } from './pay-runs/prepare-run.ts'
import { releasePayRun } from './pay-runs/release-run.ts'
import { removeFromPayRun } from './pay-runs/remove-from-run.ts'
import { settlePayRun } from './pay-runs/settle-run.ts'
import { listLeftOut, listPayRuns, viewPayRun } from './pay-runs/view-run.ts'
import { viewMyPayability, viewPayability } from './payability/view-payability.ts'
import { listPayables, sumPayables } from './payables/list-payables.ts'
import { listMyPayments, listPayments, viewPayment } from './payments/list-payments.ts'
import { returnPayment } from './payments/return-payment.ts'
import { settlePayment } from './payments/settle-payment.ts'
import { paymentReactions } from './reactions.ts'
import { paymentAmounts } from './reconciliation-store.ts'
import { downloadRemittance } from './remittances/download-remittance.ts'
import { changePaymentSchedule } from './schedules/change-schedule.ts'
import { viewPaymentSchedule } from './schedules/view-schedule.ts'

export const payments: Module = {
  name: 'payments',
  switch: { title: 'Payments', about: 'Pay runs and bank files', needs: ['invoices'] },
  handlers: [
    listPayables,
    sumPayables,
    viewPayability,
    viewMyPayability,
    listPayRuns,
    viewPayRun,
    listLeftOut,
    preparePayRun,
    removeFromPayRun,
    lockPayRun,
    approvePayRun,
    releasePayRun,
    downloadBankFile,
    acknowledgePayRun,
    settlePayRun,
    cancelPayRun,
    listPayments,
    listMyPayments,
    viewPayment,
    settlePayment,
    returnPayment,
    downloadRemittance,
    listLedgerEntries,
    listLedgerBalances,
    viewPaymentSchedule,
    changePaymentSchedule,
  ],
  reactions: paymentReactions,
  paymentHolds,
  reconciliations: [paymentAmounts],
}
