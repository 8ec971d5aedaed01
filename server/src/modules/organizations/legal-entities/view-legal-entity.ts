import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import { readLegalEntities } from '#modules/organizations/permissions.ts'
import * as contract from './contract.ts'
import { legalEntityView } from './legal-entity.ts'
import { legalEntity } from './store.ts'

export const viewLegalEntity = query(contract.viewLegalEntity)({
  allow: (actor) => may(actor, readLegalEntities),
  read: async ({ tx, actor }, { legalEntityId }) => legalEntityView(await legalEntity(tx, legalEntityId), actor),
})
