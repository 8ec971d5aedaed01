import type { OrganizationId, PersonId } from './ids.ts'
import type { Standing } from './standing.ts'

/** Who may do what is granted in these bundles; `product.md` has the people behind them. */
export const roles = [
  'owner',
  'admin',
  'finance',
  'releaser',
  'legal',
  'manager',
  'approver',
  'auditor',
  'contractor',
] as const
export type Role = (typeof roles)[number]

/** How the actor proved who they are. */
export type Via = 'session' | 'key' | 'link' | 'job'

export type Actor = Readonly<{
  organizationId: OrganizationId
  personId: PersonId
  roles: readonly Role[]
  /** The departments a member is limited to; `all` for no limit. */
  departmentIds: readonly string[] | 'all'
  /** Set when the person acts as a contractor, in the portal. */
  contractorId?: string
  /** How that contractor stands with the organization. */
  standing?: Standing
  /** What the organization has switched off, by the first word of an endpoint's name. Absent when nothing is. */
  modulesOff?: readonly string[]
  via: Via
  /** When they last proved it is them: signed in, or confirmed again. Absent for keys, links and jobs. */
  confirmedAt?: Date
  /** The permissions a key is limited to. */
  scopes?: readonly string[]
}>

export type Permission = Readonly<{ name: string; roles: readonly Role[]; humanOnly: boolean }>

const declared = new Map<string, Permission>()
export const declaredPermissions = (): readonly Permission[] => [...declared.values()]

/**
 * Declares who may do something, named like the command it guards. `humanOnly` keeps keys and jobs out: an integration
 * may propose, but never approve or release money.
 */
export const permission = (
  name: string,
  granted: readonly Role[],
  limits?: Readonly<{ humanOnly: true }>,
): Permission => {
  if (declared.has(name)) throw new Error(`The permission ${name} is declared twice.`)
  const made = { name, roles: granted, humanOnly: limits?.humanOnly ?? false }
  declared.set(name, made)
  return made
}

/**
 * May this actor do this, as far as their roles go? A question about the organization: which of its objects it holds for
 * is asked object by object (`mayIn`), and lists filter by `departmentIds`.
 */
export const may = (actor: Actor, { name, roles: granted, humanOnly }: Permission): boolean => {
  if (humanOnly && actor.via !== 'session') return false
  if (actor.scopes && !actor.scopes.includes(name)) return false
  return actor.roles.some((role) => granted.includes(role))
}

/**
 * May this actor do this to something filed under this department? What is filed under none (`null`) is the business of
 * members without a limit alone: nobody has said yet whose it is.
 */
export const mayIn = (actor: Actor, wanted: Permission, departmentId: string | null): boolean =>
  may(actor, wanted) &&
  (seesEverything(actor) || (departmentId !== null && actor.departmentIds.includes(departmentId)))

/** What goes across departments, such as pay runs and books, is for members who are limited to none. */
export const mayEverywhere = (actor: Actor, wanted: Permission): boolean =>
  may(actor, wanted) && seesEverything(actor)

/** No limit to departments. */
export const seesEverything = ({ departmentIds }: Actor): boolean => departmentIds === 'all'

/** The departments of a list for this actor, as statements take them: null for all. */
export const reachOf = ({ departmentIds }: Actor): readonly string[] | null =>
  departmentIds === 'all' ? null : departmentIds

/** The person in whose name the worker acts when nobody asked for it. */
export const machinePersonId = '00000000-0000-7000-8000-000000000000' as PersonId

export const machine = (organizationId: OrganizationId): Actor => ({
  organizationId,
  personId: machinePersonId,
  roles: [],
  departmentIds: 'all',
  via: 'job',
})
