import { may } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { changeOrganization, readOrganization as readPermission } from './permissions.ts'
import { readOrganization } from './store.ts'

export const listModules = query(contract.listModules)({
  allow: (actor) => may(actor, readPermission),
  read: async ({ tx, actor, modules }) => {
    const { modulesOff, version } = await readOrganization(tx)
    const items = modules.switchable.map(({ name, title, about, needs }) => ({
      name,
      title,
      about,
      needs: [...needs],
      isOn: !modulesOff.includes(name),
    }))
    return { items, version, can: { change: may(actor, changeOrganization) } }
  },
})
