import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { organizationChanged } from './events.ts'
import { changedIn, viewOf } from './organization.ts'
import * as permissions from './permissions.ts'
import { lockOrganization, saveOrganization } from './store.ts'

export const changeOrganization = command(contract.changeOrganization)({
  load: ({ tx }, { version }) => lockOrganization(tx, version),
  allow: (actor) => may(actor, permissions.changeOrganization),
  run: async ({ tx, actor }, before, { name, timeZone, currency }) => {
    const after = await saveOrganization(tx, { ...before, name, timeZone, currency })
    const { organizationId } = tx
    const fields = changedIn(before, after)
    return { result: viewOf(after, actor), events: [organizationChanged({ organizationId, fields })] }
  },
})
