import { type Actor, declaredPermissions, may } from '#kernel/actor.ts'
import { moduleOf } from '#kernel/endpoint.ts'
import { unauthenticated } from '#kernel/problem.ts'
import { query } from '#kernel/query.ts'
import * as contract from '#modules/access/contract.ts'
import { countPasskeys, type Place, personFor, placesOf } from './store.ts'

/** Whoever is signed in may ask who they are, also without naming an organization. */
export const isSignedIn = ({ via }: Actor): boolean => via === 'session'

export const me = query(contract.me)({
  allow: isSignedIn,
  read: async ({ tx, actor }) => {
    const person = await personFor(tx, actor.personId)
    if (!person) throw unauthenticated()
    const places = await placesOf(tx, actor.personId)
    const here = places.find(({ organizationId }) => organizationId === actor.organizationId)
    return {
      person: { ...person, passkeys: await countPasskeys(tx, person.id) },
      organizations: places.map(viewOf),
      here: here
        ? {
            ...viewOf(here),
            departmentIds: here.departmentIds === 'all' ? null : [...here.departmentIds],
            modulesOff: [...here.modulesOff],
            can: rightsOf(actor),
            standing: actor.standing ?? null,
          }
        : null,
      confirmedAt: actor.confirmedAt?.toISOString() ?? null,
    }
  },
})

/** Without those of what is switched off: a page that asks only what somebody may need not ask about modules, too. */
const rightsOf = (actor: Actor): string[] =>
  declaredPermissions()
    .filter((permission) => may(actor, permission) && !actor.modulesOff?.includes(moduleOf(permission)))
    .map(({ name }) => name)

const viewOf = ({ organizationId, slug, name, brand, roles, contractorId }: Place) => ({
  id: organizationId,
  slug,
  name,
  brand,
  roles: [...roles],
  contractorId: contractorId ?? null,
})
