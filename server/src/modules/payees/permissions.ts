import { permission } from '#kernel/actor.ts'

export const readPayees = permission('payees.view', ['owner', 'admin', 'finance', 'releaser', 'legal', 'auditor'])
/** Checked by a person who calls the contractor; never by a key. */
export const verifyPayouts = permission('payees.verify-payout-method', ['owner', 'finance', 'legal'], {
  humanOnly: true,
})
export const revealPayouts = permission('payees.reveal-payout-method', ['owner', 'finance'], { humanOnly: true })
export const keepOwnPayee = permission('payees.save-mine', ['contractor'], { humanOnly: true })
