import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { modulesChanged } from './events.ts'
import { switchOff, viewOf } from './organization.ts'
import { changeOrganization } from './permissions.ts'
import { lockOrganization, saveOrganization } from './store.ts'

export const changeModules = command(contract.changeModules)({
  load: ({ tx }, { version }) => lockOrganization(tx, version),
  allow: (actor) => may(actor, changeOrganization),
  run: async ({ tx, actor, modules }, before, { off }) => {
    const after = await saveOrganization(tx, switchOff(before, off, modules))
    const { organizationId } = tx
    return {
      result: viewOf(after, actor),
      events: [modulesChanged({ organizationId, off: [...after.modulesOff] })],
    }
  },
})
