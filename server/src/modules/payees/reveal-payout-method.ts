import { command } from '#kernel/command.ts'
import { countReveal } from '#modules/organizations/index.ts'
import { placeOf } from './bank-account.ts'
import * as contract from './contract.ts'
import { payoutMethodRevealed } from './events.ts'
import { mayReveal } from './payee.ts'
import { reachableMethod } from './reachable-method.ts'

export const revealPayoutMethod = command(contract.revealPayoutMethod)({
  load: (work, { payoutMethodId }) => reachableMethod(work, payoutMethodId),
  allow: mayReveal,
  run: async (work, method, { payoutMethodId, reason }) => {
    const { tx, secrets } = work
    await countReveal(work)
    const { payeeId, contractorId, last4, sealed } = method
    return {
      result: { accountNumber: secrets.open(placeOf(tx.organizationId, payoutMethodId), sealed) },
      events: [payoutMethodRevealed({ payoutMethodId, payeeId, contractorId, last4, reason })],
    }
  },
})
