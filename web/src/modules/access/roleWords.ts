import type { MemberView, memberRoles } from '#modules/access/contract.ts'

export type MemberRole = (typeof memberRoles)[number]

/** What each role is for, in one line; who may do what exactly is in docs/permissions.md. */
export const roleWords: Readonly<Record<MemberRole, string>> = {
  owner: 'Everything, and who else is an owner.',
  admin: 'People, settings and integrations. Never money.',
  finance: 'Prepares pay runs, confirms bank accounts, keeps the books.',
  releaser: 'Approves and releases what finance prepared.',
  legal: 'Agreements, tax forms, bank accounts, do-not-engage.',
  manager: 'Contractors, work and invoices.',
  approver: 'Approves invoices.',
  auditor: 'Reads everything and changes nothing. Stands alone.',
}

export const roleNames = (roles: MemberView['roles']): string =>
  roles.map((role) => role.charAt(0).toUpperCase() + role.slice(1)).join(', ')

/** By these roles somebody hands out roles; whoever gives up the last of their own cannot take it back. */
export const losesMembers = (before: readonly string[], after: readonly string[]): boolean =>
  before.some(isInCharge) && !after.some(isInCharge)

const isInCharge = (role: string): boolean => role === 'owner' || role === 'admin'
