import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { payoutMethodRejected } from './events.ts'
import { mayVerify } from './payee.ts'
import { reject } from './payout-method.ts'
import { lockReachableMethod } from './reachable-method.ts'
import { payoutMethodOf, savePayoutMethod } from './store.ts'

export const rejectPayoutMethod = command(contract.rejectPayoutMethod)({
  load: lockReachableMethod,
  allow: mayVerify,
  run: async ({ tx, now }, method, { payoutMethodId, reason }) => {
    await savePayoutMethod(tx, reject(method, reason, now))
    const { payeeId, contractorId, last4 } = method
    return {
      result: await payoutMethodOf(tx, payoutMethodId),
      events: [payoutMethodRejected({ payoutMethodId, payeeId, contractorId, last4, reason })],
    }
  },
})
