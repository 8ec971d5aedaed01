import type { Role } from '#kernel/actor.ts'

export type CastMember = Readonly<{ name: string; email: string; roles: readonly Role[] }>

/** The people of Northwind: the same in the demo, in the tests and in the pictures. */
export const cast = {
  maya: { name: 'Maya Lindqvist', email: 'maya@northwind.example', roles: ['owner'] },
  omar: { name: 'Omar Haddad', email: 'omar@northwind.example', roles: ['admin'] },
  lee: { name: 'Lee Okafor', email: 'lee@northwind.example', roles: ['finance'] },
  ruth: { name: 'Ruth Adeyemi', email: 'ruth@northwind.example', roles: ['releaser'] },
  ines: { name: 'Ines Duarte', email: 'ines@northwind.example', roles: ['legal'] },
  dana: { name: 'Dana Whitfield', email: 'dana@northwind.example', roles: ['manager', 'approver'] },
  tomas: { name: 'Tomas Berg', email: 'tomas@northwind.example', roles: ['auditor'] },
} as const satisfies Record<string, CastMember>

export const priya = { name: 'Priya Raman', email: 'priya@raman.example' }

/** One for all: it is a demo, and its data folder holds nothing real. */
export const demoPassword = 'northwind demo password'
