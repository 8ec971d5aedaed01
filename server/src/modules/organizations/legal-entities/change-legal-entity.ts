import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { changeLegalEntities } from '#modules/organizations/permissions.ts'
import * as contract from './contract.ts'
import { legalEntityChanged } from './events.ts'
import { beInUse, changedIn, legalEntityView } from './legal-entity.ts'
import { lockLegalEntity, saveLegalEntity } from './store.ts'

export const changeLegalEntity = command(contract.changeLegalEntity)({
  load: ({ tx }, input) => lockLegalEntity(tx, input),
  allow: (actor) => may(actor, changeLegalEntities),
  run: async ({ tx, actor }, before, { legalEntityId, name, address, currency }) => {
    const after = await saveLegalEntity(tx, { ...beInUse(before), name, address, currency })
    const fields = changedIn(before, after)
    return { result: legalEntityView(after, actor), events: [legalEntityChanged({ legalEntityId, name, fields })] }
  },
})
