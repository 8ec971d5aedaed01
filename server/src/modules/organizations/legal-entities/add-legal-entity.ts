import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { changeLegalEntities } from '#modules/organizations/permissions.ts'
import * as contract from './contract.ts'
import { legalEntityAdded } from './events.ts'
import { legalEntityView } from './legal-entity.ts'
import { sealEin } from './seal-numbers.ts'
import { insertLegalEntity } from './store.ts'

export const addLegalEntity = command(contract.addLegalEntity)({
  load: async () => undefined,
  allow: (actor) => may(actor, changeLegalEntities),
  run: async (work, _, { name, address, currency, ein }) => {
    const id = work.newId(contract.LegalEntityId)
    const entity = {
      id,
      name,
      address,
      currency,
      ein: ein === null ? null : sealEin(work, id, ein),
      account: null,
      archivedAt: null,
      version: 1,
    }
    await insertLegalEntity(work.tx, entity)
    return { result: legalEntityView(entity, work.actor), events: [legalEntityAdded({ legalEntityId: id, name })] }
  },
})
