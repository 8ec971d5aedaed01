import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { portalPersonFor, waitingAddressOf, waitingChangeOf } from '#modules/access/index.ts'
import * as contract from './contract.ts'
import { readContractors } from './permissions.ts'
import { contractorFor } from './store.ts'

export const viewWaitingAddress = query(contract.viewWaitingAddress)({
  allow: (actor) => may(actor, readContractors),
  read: async ({ tx, actor, now }, { contractorId }) => {
    await contractorFor(actor, tx, contractorId)
    const person = await portalPersonFor(tx, contractorId)
    return { waiting: waitingAddressOf(person && (await waitingChangeOf(tx, person.id, now))) }
  },
})
