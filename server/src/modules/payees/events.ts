import { z } from 'zod'
import { event } from '#kernel/event.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { PayeeId, PayoutMethodId } from './ids.ts'

export const payeeSaved = event(
  'payees.saved',
  'said who is legally paid',
  z.object({ payeeId: PayeeId, contractorId: ContractorId }),
)

const method = { payoutMethodId: PayoutMethodId, payeeId: PayeeId, contractorId: ContractorId, last4: z.string() }

export const payoutMethodRequested = event(
  'payees.payout-method-requested',
  'asked to be paid to the account ending in {last4}',
  z.object({ ...method, isChange: z.boolean() }),
)
export const payoutMethodVerified = event(
  'payees.payout-method-verified',
  'confirmed the account ending in {last4}',
  z.object({ ...method, isChange: z.boolean() }),
)
export const payoutMethodVerifiedAgain = event(
  'payees.payout-method-verified-again',
  'confirmed once more the account ending in {last4}',
  z.object(method),
)
export const payoutMethodActivated = event(
  'payees.payout-method-activated',
  'made the account ending in {last4} the one that is paid to',
  z.object(method),
)
export const payoutMethodRejected = event(
  'payees.payout-method-rejected',
  'refused the account ending in {last4}: {reason}',
  z.object({ ...method, reason: z.string() }),
)
export const payoutMethodCancelled = event(
  'payees.payout-method-cancelled',
  'took back the change to the account ending in {last4}',
  z.object(method),
)
export const payoutMethodRevealed = event(
  'payees.payout-method-revealed',
  'looked at the whole number of the account ending in {last4}: {reason}',
  z.object({ ...method, reason: z.string() }),
)
