import { command } from '#kernel/command.ts'
import { changedFields } from '#modules/directory/contractor.ts'
import { contractorChanged } from '#modules/directory/events.ts'
import { spellSkills } from '#modules/directory/skills/spell-skills.ts'
import { saveContractor } from '#modules/directory/store.ts'
import * as contract from './contract.ts'
import { lockOwnContractor, mayUseOwnProfile, ownContractor, ownViewOf } from './own-profile.ts'

export const changeOwnProfile = command(contract.changeOwnProfile)({
  load: ({ tx, actor }, { version }) => lockOwnContractor(actor, tx, version),
  allow: mayUseOwnProfile,
  run: async ({ tx, actor, now }, contractor, { version: _, ...profile }) => {
    const next = { ...contractor, ...profile, skills: await spellSkills(tx, profile.skills) }
    await saveContractor(tx, next, now)
    const { id: contractorId, displayName } = next
    const fields = changedFields(contractor, next)
    return {
      result: ownViewOf(await ownContractor(actor, tx)),
      events: [contractorChanged({ contractorId, displayName, fields })],
    }
  },
})
