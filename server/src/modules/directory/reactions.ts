import { on } from '#kernel/reaction.ts'
import { addressFollowed, personFor } from '#modules/access/index.ts'
import { todayOf } from '#modules/organizations/index.ts'
import type { ContractorStatus } from './contract.ts'
import { endEngagementOn } from './engagements/move-engagement-to.ts'
import { openEngagementIds } from './engagements/store.ts'
import { contractorChanged, contractorMoved } from './events.ts'
import { ContractorId } from './ids.ts'
import { contractorsKnownBy, holdContractor, saveContractor } from './store.ts'

/** The states in which nobody works for us any more. */
const over: readonly ContractorStatus[] = ['ended', 'archived', 'declined', 'withdrawn', 'rejected']

export const directoryReactions = [
  on(addressFollowed, 'directory.follow-address', async (work, { forPersonId, contractorId }) => {
    if (contractorId === null) return []
    const { tx, now } = work
    const contractor = await holdContractor(tx, ContractorId.parse(contractorId))
    const person = await personFor(tx, forPersonId)
    if (!person || person.email === contractor.email) return []
    // Somebody else on file has that address: theirs stays, and mail goes to where the person signs in all the same.
    const [holder] = await contractorsKnownBy(tx, { emails: [person.email], externalIds: [], hold: false })
    if (holder) return []
    await saveContractor(tx, { ...contractor, email: person.email }, now)
    const { id, displayName } = contractor
    return [contractorChanged({ contractorId: id, displayName, fields: ['email'] })]
  }),
  on(contractorMoved, 'directory.end-engagements', async (work, { contractorId, to, reason }) => {
    if (!over.includes(to)) return []
    const engagementIds = await openEngagementIds(work.tx, contractorId)
    const lastDay = await todayOf(work)
    return Promise.all(engagementIds.map((id) => endEngagementOn(work, id, { lastDay, reason })))
  }),
]
