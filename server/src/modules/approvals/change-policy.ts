import { may } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import { stale } from '#kernel/problem.ts'
import * as contract from './contract.ts'
import { policyChanged } from './events.ts'
import * as permissions from './permissions.ts'
import { currentPolicy, insertPolicy } from './policy-store.ts'

export const changePolicy = command(contract.changePolicy)({
  load: ({ tx }) => currentPolicy(tx),
  allow: (actor) => may(actor, permissions.changePolicy),
  run: async ({ tx, actor, now }, before, { secondAbove, ...known }) => {
    if (before.version !== known.version) throw stale({ currentVersion: before.version })
    const version = before.version + 1
    await insertPolicy(tx, { version, secondAbove }, { setBy: actor.personId, setAt: now })
    const { organizationId } = tx
    return {
      result: { version, secondAbove, can: { change: true } },
      events: [policyChanged({ organizationId, policyVersion: version, secondAbove })],
    }
  },
})
