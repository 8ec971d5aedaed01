import { command } from '#kernel/command.ts'
import { holdDepartmentInUse } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { mayChange, viewOf } from './contractor.ts'
import { holdTypeInUse } from './contractor-types/store.ts'
import { contractorAdded } from './events.ts'
import { spellSkills } from './skills/spell-skills.ts'
import { contractorFor, insertContractor } from './store.ts'

export const addContractor = command(contract.addContractor)({
  load: async () => undefined,
  allow: (actor, _, input) => mayChange(actor, input),
  run: async ({ tx, actor, now, newId }, _, input) => {
    await holdTypeInUse(tx, input.typeId)
    await holdDepartmentInUse(tx, { before: null, after: input.departmentId })
    const contractorId = newId(contract.ContractorId)
    await insertContractor(tx, contractorId, { ...input, skills: await spellSkills(tx, input.skills) }, now)
    const { displayName } = input
    return {
      result: viewOf(await contractorFor(actor, tx, contractorId), actor),
      events: [contractorAdded({ contractorId, displayName })],
    }
  },
})
