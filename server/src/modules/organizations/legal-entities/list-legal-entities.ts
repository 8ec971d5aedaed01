import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { readLegalEntities } from '#modules/organizations/permissions.ts'
import * as contract from './contract.ts'
import { legalEntityView } from './legal-entity.ts'
import { legalEntities } from './store.ts'

export const listLegalEntities = query(contract.listLegalEntities)({
  allow: (actor) => may(actor, readLegalEntities),
  read: async ({ tx, actor }, { withArchived }) => ({
    items: (await legalEntities(tx, withArchived ?? false)).map((entity) => legalEntityView(entity, actor)),
  }),
})
