import { command, type Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { addressesOf } from '#modules/directory/index.ts'
import { activateMethod } from './activate-method.ts'
import * as contract from './contract.ts'
import { payoutMethodVerified, payoutMethodVerifiedAgain } from './events.ts'
import { mayVerify } from './payee.ts'
import { hold, holdHours, type PayoutMethod, verify, verifyAgain } from './payout-method.ts'
import { lockReachableMethod } from './reachable-method.ts'
import { hoursFromNow, payoutMethodOf, savePayoutMethod } from './store.ts'

export const verifyPayoutMethod = command(contract.verifyPayoutMethod)({
  load: lockReachableMethod,
  allow: mayVerify,
  run: async (work, method, { payoutMethodId, how }) => {
    const { tx, actor, now } = work
    if (method.status === 'active') return onceMore(work, verifyAgain(method, { by: actor.personId, how, now }))
    const verified = verify(method, { by: actor.personId, how, now })
    // Two steps in the table too: its trigger knows no way from "waits for a check" to "is paid to".
    await savePayoutMethod(tx, verified)
    const followed = await follow(work, verified)
    const { payeeId, contractorId, last4, isChange } = method
    return {
      result: await payoutMethodOf(tx, payoutMethodId),
      events: [
        payoutMethodVerified({ payoutMethodId, payeeId, contractorId, last4, isChange }),
        ...followed,
      ] as const,
    }
  },
})

/** What came back from this account before now no longer holds what is owed. */
const onceMore = async ({ tx }: Work, method: PayoutMethod) => {
  await savePayoutMethod(tx, method)
  const { id: payoutMethodId, payeeId, contractorId, last4 } = method
  return {
    result: await payoutMethodOf(tx, payoutMethodId),
    events: [payoutMethodVerifiedAgain({ payoutMethodId, payeeId, contractorId, last4 })] as const,
  }
}

/**
 * The first account can be used at once. One that replaces another waits until the old contact has read the notice, and
 * so does the first one of somebody whose address is new: whoever changed that may be the one who names the account.
 */
const follow = async (work: Work, verified: PayoutMethod): Promise<readonly DomainEvent[]> => {
  const { former } = await addressesOf(work.tx, verified.contractorId, work.now)
  if (!verified.isChange && former.length === 0) return activateMethod(work, verified)
  await savePayoutMethod(work.tx, hold(verified, await hoursFromNow(work.tx, holdHours), work.now))
  return []
}
