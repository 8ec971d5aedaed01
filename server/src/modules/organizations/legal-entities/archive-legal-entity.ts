import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { changeLegalEntities } from '#modules/organizations/permissions.ts'
import * as contract from './contract.ts'
import { legalEntityArchived } from './events.ts'
import { beInUse, legalEntityView } from './legal-entity.ts'
import { lockLegalEntity, saveLegalEntity } from './store.ts'

export const archiveLegalEntity = command(contract.archiveLegalEntity)({
  load: ({ tx }, input) => lockLegalEntity(tx, input),
  allow: (actor) => may(actor, changeLegalEntities),
  run: async ({ tx, actor, now }, before, { legalEntityId }) => {
    const after = await saveLegalEntity(tx, { ...beInUse(before), archivedAt: now })
    const { name } = after
    return { result: legalEntityView(after, actor), events: [legalEntityArchived({ legalEntityId, name })] }
  },
})
