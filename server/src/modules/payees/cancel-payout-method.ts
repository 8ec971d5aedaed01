import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { payoutMethodCancelled } from './events.ts'
import { myPayee } from './own-payee.ts'
import { isOwnPayee } from './payee.ts'
import { cancel } from './payout-method.ts'
import { payoutMethodNotFound } from './problems.ts'
import { lockPayoutMethod, payoutMethodOf, savePayoutMethod } from './store.ts'

export const cancelPayoutMethod = command(contract.cancelPayoutMethod)({
  load: async ({ tx, actor }, input) => {
    const { contractorId } = await payoutMethodOf(tx, input.payoutMethodId)
    if (contractorId !== actor.contractorId) throw payoutMethodNotFound()
    return lockPayoutMethod(tx, input)
  },
  allow: isOwnPayee,
  run: async (work, method, { payoutMethodId }) => {
    await savePayoutMethod(work.tx, cancel(method, work.now))
    const { payeeId, contractorId, last4 } = method
    return {
      result: await myPayee(work),
      events: [payoutMethodCancelled({ payoutMethodId, payeeId, contractorId, last4 })],
    }
  },
})
