import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { changeLegalEntities } from '#modules/organizations/permissions.ts'
import * as contract from './contract.ts'
import { einChanged } from './events.ts'
import { beInUse, legalEntityView } from './legal-entity.ts'
import { sealEin } from './seal-numbers.ts'
import { lockLegalEntity, saveLegalEntity } from './store.ts'

export const changeEin = command(contract.changeEin)({
  load: ({ tx }, input) => lockLegalEntity(tx, input),
  allow: (actor) => may(actor, changeLegalEntities),
  run: async (work, before, { legalEntityId, ein }) => {
    const sealed = sealEin(work, legalEntityId, ein)
    const after = await saveLegalEntity(work.tx, { ...beInUse(before), ein: sealed })
    const { name } = after
    return { result: legalEntityView(after, work.actor), events: [einChanged({ legalEntityId, name })] }
  },
})
