import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { logoChanged, organizationView, setLogo } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { changeLogo } from './permissions.ts'

export const removeLogo = command(contract.removeLogo)({
  load: async () => undefined,
  allow: (actor) => may(actor, changeLogo),
  run: async ({ tx, actor }, _, { version }) => {
    const { organizationId } = tx
    return {
      result: organizationView(await setLogo(tx, { logo: null, version }), actor),
      events: [logoChanged({ organizationId, logoFileId: null })],
    }
  },
})
