import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { stale } from '#kernel/problem.ts'
import { memberNames } from '#modules/access/index.ts'
import * as contract from './contract.ts'
import { limitsChanged } from './events.ts'
import { beSomebodyElses, limitsView } from './limits.ts'
import * as permissions from './permissions.ts'
import { approverNotFound } from './problems.ts'
import { limitsOf, saveLimits } from './store.ts'

export const changeLimits = command(contract.changeLimits)({
  load: async ({ tx }, { personId }) => {
    const name = (await memberNames(tx, [personId])).get(personId)
    if (name === undefined) throw approverNotFound({ personId })
    return { ...(await limitsOf(tx, personId)), name }
  },
  allow: (actor) => may(actor, permissions.changeLimits),
  run: async ({ tx, actor, now }, { name, ...before }, { personId, limits, version }) => {
    beSomebodyElses(actor, before)
    if (before.version !== version) throw stale({ currentVersion: before.version })
    const after = await saveLimits(tx, before, { limits, setBy: actor.personId, setAt: now })
    return { result: limitsView(after, name, actor), events: [limitsChanged({ personId, limits })] }
  },
})
