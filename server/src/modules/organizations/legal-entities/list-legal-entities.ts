import { may } from '#kernel/actor.ts'
import { cutAt } from '#kernel/page.ts'
import { query } from '#kernel/query.ts'
import { readLegalEntities } from '#modules/organizations/permissions.ts'
import * as contract from './contract.ts'
import { legalEntityView } from './legal-entity.ts'
import { legalEntities, mostLegalEntities } from './store.ts'

export const listLegalEntities = query(contract.listLegalEntities)({
  allow: (actor) => may(actor, readLegalEntities),
  read: async ({ tx, actor }, { withArchived }) => {
    const { rows, isCut } = cutAt(await legalEntities(tx, withArchived ?? false), mostLegalEntities)
    return { items: rows.map((entity) => legalEntityView(entity, actor)), isCut }
  },
})
