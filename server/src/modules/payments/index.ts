import { listLedgerBalances, listLedgerEntries } from './ledger/list-ledger.ts'
import { viewMyPayability, viewPayability } from './payability/view-payability.ts'
import { listPayables, sumPayables } from './payables/list-payables.ts'
import { changePaymentSchedule } from './schedules/change-schedule.ts'
import { viewPaymentSchedule } from './schedules/view-schedule.ts'

export * from './events.ts'
export { payability } from './payability/payability.ts'
export { paymentReactions } from './reactions.ts'

export const paymentHandlers = [
  listLedgerEntries,
  listLedgerBalances,
  viewPaymentSchedule,
  changePaymentSchedule,
  listPayables,
  sumPayables,
  viewPayability,
  viewMyPayability,
]
