import type { Work } from '#kernel/command.ts'
import type { PayoutMethodId } from './ids.ts'
import { mayReadPayee } from './payee.ts'
import type { PayoutMethod } from './payout-method.ts'
import { payoutMethodNotFound } from './problems.ts'
import { lockPayoutMethod, payoutMethodOf } from './store.ts'

type Asking = Pick<Work, 'tx' | 'actor'>

const seenBy = ({ actor }: Asking, method: PayoutMethod): PayoutMethod => {
  if (!mayReadPayee(actor, method)) throw payoutMethodNotFound()
  return method
}

/** Out of reach is not there. */
export const reachableMethod = async (work: Asking, id: PayoutMethodId): Promise<PayoutMethod> =>
  seenBy(work, await payoutMethodOf(work.tx, id))

/** Whoever may not see it is not told either that it has changed since. */
export const lockReachableMethod = async (
  work: Asking,
  input: Readonly<{ payoutMethodId: PayoutMethodId; version: number }>,
): Promise<PayoutMethod> => {
  await reachableMethod(work, input.payoutMethodId)
  return seenBy(work, await lockPayoutMethod(work.tx, input))
}
