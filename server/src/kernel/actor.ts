import type { OrganizationId, PersonId } from './ids.ts'

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
 * May this actor do this, in this department? Without a department the question is about the organization as a whole,
 * and a member limited to departments is answered by their role alone: lists then filter by `departmentIds`.
 */
export const may = (
  actor: Actor,
  { name, roles: granted, humanOnly }: Permission,
  departmentId?: string | null,
): boolean => {
  if (humanOnly && actor.via !== 'session') return false
  if (actor.scopes && !actor.scopes.includes(name)) return false
  if (!actor.roles.some((role) => granted.includes(role))) return false
  return departmentId == null || actor.departmentIds === 'all' || actor.departmentIds.includes(departmentId)
}

/** The person in whose name the worker acts when nobody asked for it. */
export const machinePersonId = '00000000-0000-7000-8000-000000000000' as PersonId

export const machine = (organizationId: OrganizationId): Actor => ({
  organizationId,
  personId: machinePersonId,
  roles: [],
  departmentIds: 'all',
  via: 'job',
})
