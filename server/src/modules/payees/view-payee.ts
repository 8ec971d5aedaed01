import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { contractorFor } from '#modules/directory/index.ts'
import * as contract from './contract.ts'
import { myContractorId } from './own-payee.ts'
import { isOwnPayee, staffViewOf } from './payee.ts'
import { readPayees } from './permissions.ts'
import { payeeOf } from './store.ts'

export const viewMyPayee = query(contract.viewMyPayee)({
  allow: isOwnPayee,
  read: async (work) => ({ payee: (await payeeOf(work.tx, myContractorId(work))) ?? null }),
})

export const viewPayee = query(contract.viewPayee)({
  allow: (actor) => may(actor, readPayees),
  read: async ({ tx, actor }, { contractorId }) => {
    await contractorFor(actor, tx, contractorId)
    const payee = await payeeOf(tx, contractorId)
    return { payee: payee ? staffViewOf(payee, actor) : null }
  },
})
