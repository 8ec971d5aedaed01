import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { viewOf } from './organization.ts'
import * as permissions from './permissions.ts'
import { readOrganization } from './store.ts'

export const viewOrganization = query(contract.viewOrganization)({
  allow: (actor) => may(actor, permissions.readOrganization),
  read: async ({ tx, actor }) => viewOf(await readOrganization(tx), actor),
})
