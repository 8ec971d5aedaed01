import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { payoutMethodActivated } from './events.ts'
import { activate, type PayoutMethod, supersede } from './payout-method.ts'
import { activePayoutMethod, savePayoutMethod } from './store.ts'

/** From now on the payee is paid to this account, and to no other. */
export const activateMethod = async (
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  method: PayoutMethod,
): Promise<readonly DomainEvent[]> => {
  const before = await activePayoutMethod(tx, method.payeeId)
  if (before) await savePayoutMethod(tx, supersede(before, now))
  await savePayoutMethod(tx, activate(method, now))
  const { id: payoutMethodId, payeeId, contractorId, last4 } = method
  return [payoutMethodActivated({ payoutMethodId, payeeId, contractorId, last4 })]
}
