import { command } from '#kernel/command.ts'
import { holdDepartmentInUse } from '#modules/organizations/index.ts'
import { addressGiven } from './address-given.ts'
import * as contract from './contract.ts'
import { changedFields, mayChange, viewOf } from './contractor.ts'
import { holdTypeInUse } from './contractor-types/store.ts'
import { contractorChanged } from './events.ts'
import { spellSkills } from './skills/spell-skills.ts'
import { contractorFor, lockContractor, saveContractor } from './store.ts'

export const changeContractor = command(contract.changeContractor)({
  load: ({ tx, actor }, input) => lockContractor(actor, tx, input),
  // Both where it is filed now and where it is to be filed: nobody moves a contractor out of their own reach.
  allow: (actor, contractor, input) => mayChange(actor, contractor) && mayChange(actor, input),
  run: async (work, contractor, { contractorId, version: _, ...input }) => {
    const { tx, actor, now } = work
    if (input.typeId !== contractor.typeId) await holdTypeInUse(tx, input.typeId)
    await holdDepartmentInUse(tx, { before: contractor.departmentId, after: input.departmentId })
    const { email, asked } = await addressGiven(work, contractor, input.email)
    const next = { ...contractor, ...input, email, skills: await spellSkills(tx, input.skills) }
    await saveContractor(tx, next, now)
    const { displayName } = next
    const fields = changedFields(contractor, next)
    const changed = contractorChanged({ contractorId, displayName, fields })
    return {
      result: viewOf(await contractorFor(actor, tx, contractorId), actor),
      events: asked ? ([asked, ...(fields.length > 0 ? [changed] : [])] as const) : ([changed] as const),
    }
  },
})
