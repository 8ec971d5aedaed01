import { permission } from '#kernel/actor.ts'

/** Runs, payments and where they went. Managers see why an invoice waits, but nothing of the bank. */
export const readPayments = permission('payments.list', ['owner', 'finance', 'releaser', 'auditor'])
export const readLedger = permission('payments.list-entries', ['owner', 'finance', 'auditor'])
export const readPayability = permission('payments.view-payability', [
  'owner',
  'admin',
  'finance',
  'releaser',
  'legal',
  'manager',
  'approver',
  'auditor',
])
export const changeSchedules = permission('payments.change-schedule', ['owner', 'finance'])
/** An integration may propose a run; people approve and release it. */
export const prepareRuns = permission('payments.prepare-run', ['owner', 'finance'])
export const releaseRuns = permission('payments.release-run', ['owner', 'releaser'], { humanOnly: true })
export const takeBankFiles = permission('payments.download-bank-file', ['owner', 'finance', 'releaser'], {
  humanOnly: true,
})
export const reconcile = permission('payments.reconcile', ['owner', 'finance'])
export const seeOwnPayments = permission('payments.list-mine', ['contractor'])
