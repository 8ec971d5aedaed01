import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { holdDepartmentInUse } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { mayChange, viewOf } from './contractor.ts'
import { holdTypeInUse } from './contractor-types/store.ts'
import { contractorAdded } from './events.ts'
import { changeContractors } from './permissions.ts'
import { notYourDepartment } from './problems.ts'
import { spellSkills } from './skills/spell-skills.ts'
import { contractorFor, insertContractor } from './store.ts'

export const addContractor = command(contract.addContractor)({
  load: async () => undefined,
  // Whose contractor it is to be is said in the field, where it can be mended.
  allow: (actor) => may(actor, changeContractors),
  run: async ({ tx, actor, now, newId }, _, input) => {
    if (!mayChange(actor, input)) throw notYourDepartment(notYours)
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

const notYours = { errors: [{ pointer: '#/departmentId', detail: 'Choose one of your departments.' }] }
