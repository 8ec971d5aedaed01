import { type Actor, may } from '#kernel/actor.ts'
import type { LimitsView } from './contract.ts'
import { changeLimits } from './permissions.ts'
import { ownLimit } from './problems.ts'
import type { Limits } from './store.ts'

/** Four eyes: whoever could set their own limit would have none. The table checks it again. */
export const beSomebodyElses = (actor: Actor, { personId }: Pick<Limits, 'personId'>): void => {
  if (actor.personId === personId) throw ownLimit()
}

export const limitsView = ({ personId, limits, version }: Limits, name: string, actor: Actor): LimitsView => ({
  personId,
  name,
  limits: [...limits],
  version,
  can: { change: may(actor, changeLimits) && actor.personId !== personId },
})
