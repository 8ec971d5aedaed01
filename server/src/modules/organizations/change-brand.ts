import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { brandChanged } from './events.ts'
import { viewOf } from './organization.ts'
import { changeOrganization } from './permissions.ts'
import { lockOrganization, saveOrganization } from './store.ts'

export const changeBrand = command(contract.changeBrand)({
  load: ({ tx }, { version }) => lockOrganization(tx, version),
  allow: (actor) => may(actor, changeOrganization),
  run: async ({ tx, actor }, before, { programmeName, brandColor }) => {
    const after = await saveOrganization(tx, { ...before, programmeName, brandColor })
    const { organizationId } = tx
    return { result: viewOf(after, actor), events: [brandChanged({ organizationId, programmeName, brandColor })] }
  },
})
