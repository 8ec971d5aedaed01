import { command } from '#kernel/command.ts'
import { sealAccount } from './bank-account.ts'
import * as contract from './contract.ts'
import { payoutMethodRequested } from './events.ts'
import { PayoutMethodId } from './ids.ts'
import { myPayee } from './own-payee.ts'
import { isOwnPayee } from './payee.ts'
import { sameAccount } from './problems.ts'
import { activeFingerprint, insertPayoutMethod } from './store.ts'

export const requestPayoutMethod = command(contract.requestPayoutMethod)({
  load: async (work) => (isOwnPayee(work.actor) ? myPayee(work) : undefined),
  allow: isOwnPayee,
  run: async (work, known, { account }) => {
    const { tx, actor, now, newId } = work
    const payee = known ?? (await myPayee(work))
    const id = newId(PayoutMethodId)
    const sealed = sealAccount(work, id, account)
    const paidTo = await activeFingerprint(tx, payee.id)
    if (paidTo === sealed.fingerprint) throw sameAccount()
    const isChange = paidTo !== undefined
    await insertPayoutMethod(tx, {
      id,
      payeeId: payee.id,
      account,
      sealed,
      isChange,
      requestedBy: actor.personId,
      now,
    })
    const { id: payeeId, contractorId } = payee
    const facts = { payoutMethodId: id, payeeId, contractorId, last4: sealed.last4 }
    return { result: await myPayee(work), events: [payoutMethodRequested({ ...facts, isChange })] }
  },
})
