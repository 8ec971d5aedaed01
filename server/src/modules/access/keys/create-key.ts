import { may } from '#kernel/actor.ts'
import { command, type Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import * as contract from '#modules/access/contract.ts'
import { keyCreated } from '#modules/access/events.ts'
import { changeKeys } from '#modules/access/permissions.ts'
import { type Key, refuseForeignScopes } from './key.ts'
import { hashOf, keySecretBytes, keyTokenOf } from './key-token.ts'
import { namedViewOf } from './key-views.ts'
import { insertKey } from './store.ts'

export const createKey = command(contract.createKey)({
  load: async () => undefined,
  allow: (actor) => may(actor, changeKeys),
  run: async (work, _, { name, scopes, expiresInDays }) => {
    refuseForeignScopes(work.actor.roles, scopes)
    const { key, token, event } = await makeKey(work, { name, scopes: [...new Set(scopes)], expiresInDays })
    return { result: { key: await namedViewOf(work.tx, key), token }, events: [event] }
  },
})

type NewKey = Readonly<{ name: string; scopes: readonly string[]; expiresInDays: number }>
type MadeKey = Readonly<{ key: Key; token: string; event: DomainEvent }>

/** A key in the name of the actor. Its token leaves here once and is kept nowhere, only its hash. */
export const makeKey = async (
  { tx, actor, now, newId, randomBytes: random }: Work,
  { name, scopes, expiresInDays }: NewKey,
): Promise<MadeKey> => {
  const keyId = newId(contract.KeyId)
  const token = keyTokenOf({ organizationId: tx.organizationId, keyId }, random(keySecretBytes))
  const key: Key = {
    id: keyId,
    ownerId: actor.personId,
    name,
    hash: hashOf(token),
    lastFour: token.slice(-4),
    scopes,
    createdAt: now,
    expiresAt: new Date(now.getTime() + expiresInDays * 86_400_000),
    lastUsedAt: null,
    revokedAt: null,
  }
  await insertKey(tx, key)
  const event = keyCreated({ keyId, name, scopes: [...scopes], expiresAt: key.expiresAt.toISOString() })
  return { key, token, event }
}
