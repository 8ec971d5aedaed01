import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { readSkills } from '#modules/directory/permissions.ts'
import * as contract from './contract.ts'
import { skillsLike } from './store.ts'

export const listSkills = query(contract.listSkills)({
  allow: (actor) => may(actor, readSkills),
  read: async ({ tx }, { search }) => ({ items: await skillsLike(tx, search) }),
})
