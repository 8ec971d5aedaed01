import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { mayUseOwnProfile, ownContractor, ownViewOf } from './own-profile.ts'

export const viewOwnProfile = query(contract.viewOwnProfile)({
  allow: mayUseOwnProfile,
  read: async ({ tx, actor }) => ownViewOf(await ownContractor(actor, tx)),
})
