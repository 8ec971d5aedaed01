import type { Actor } from '#kernel/actor.ts'
import { declaredPermissions } from '#kernel/actor.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { KeyId, KeyView } from '#modules/access/contract.ts'
import { notWhileStatus, scopeNotYours } from '#modules/access/problems.ts'

export type Key = Readonly<{
  id: KeyId
  /** Whose name it acts in. It can do no more than they can, and nothing at all once they are locked out. */
  ownerId: PersonId
  name: string
  hash: Buffer
  lastFour: string
  scopes: readonly string[]
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
  revokedAt: Date | null
}>

/** What somebody with these roles may put into a key. What only people may do never is. */
export const scopesFor = (roles: Actor['roles']): readonly string[] =>
  declaredPermissions()
    .filter(({ humanOnly, roles: granted }) => !humanOnly && granted.some((role) => roles.includes(role)))
    .map(({ name }) => name)

export const refuseForeignScopes = (roles: Actor['roles'], scopes: readonly string[]): void => {
  const allowed = scopesFor(roles)
  const errors = scopes.flatMap((scope, place) =>
    allowed.includes(scope)
      ? []
      : [{ pointer: `#/scopes/${place}`, detail: `You cannot give a key the right ${scope}.` }],
  )
  if (errors.length > 0) throw scopeNotYours({ errors })
}

export const isUsable = ({ expiresAt, revokedAt }: Key, now: Date): boolean =>
  revokedAt === null && expiresAt.getTime() > now.getTime()

export const revoked = (key: Key, now: Date): Key => {
  if (key.revokedAt !== null) throw notWhileStatus({ revokedAt: key.revokedAt.toISOString() })
  return { ...key, revokedAt: now }
}

export const viewOf = (key: Key, ownerName: string): KeyView => ({
  id: key.id,
  name: key.name,
  lastFour: key.lastFour,
  scopes: [...key.scopes],
  ownerId: key.ownerId,
  ownerName,
  createdAt: key.createdAt.toISOString(),
  expiresAt: key.expiresAt.toISOString(),
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  revokedAt: key.revokedAt?.toISOString() ?? null,
})
