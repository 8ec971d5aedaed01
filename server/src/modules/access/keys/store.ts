import type { Tx } from '#kernel/db.ts'
import { PersonId } from '#kernel/ids.ts'
import { KeyId } from '#modules/access/contract.ts'
import { keyNotFound } from '#modules/access/problems.ts'
import type { AccessTables } from '#modules/access/tables.ts'
import type { Key } from './key.ts'

const db = (tx: Tx) => tx.withTables<AccessTables>()

const keys = (tx: Tx) =>
  db(tx)
    .selectFrom('api_keys')
    .select([
      'id',
      'person_id',
      'name',
      'hash',
      'last_four',
      'scopes',
      'created_at',
      'expires_at',
      'last_used_at',
      'revoked_at',
    ])
    .where('organization_id', '=', tx.organizationId)

const keyOf = (row: Omit<AccessTables['api_keys'], 'organization_id'>): Key => ({
  id: KeyId.parse(row.id),
  ownerId: PersonId.parse(row.person_id),
  name: row.name,
  hash: row.hash,
  lastFour: row.last_four,
  scopes: row.scopes,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
})

export const mostKeys = 500
/** One more than are listed, if there are more. */
export const keysOf = async (tx: Tx): Promise<readonly Key[]> =>
  (
    await keys(tx)
      .orderBy('id', 'desc')
      .limit(mostKeys + 1)
      .execute()
  ).map(keyOf)

export const keyFor = async (tx: Tx, keyId: KeyId): Promise<Key | undefined> => {
  const row = await keys(tx).where('id', '=', keyId).executeTakeFirst()
  return row && keyOf(row)
}

export const lockKey = async (tx: Tx, keyId: KeyId): Promise<Key> => {
  const row = await keys(tx).where('id', '=', keyId).forUpdate().executeTakeFirst()
  if (!row) throw keyNotFound({ keyId })
  return keyOf(row)
}

export const insertKey = async (tx: Tx, key: Key): Promise<void> => {
  await db(tx)
    .insertInto('api_keys')
    .values({
      organization_id: tx.organizationId,
      id: key.id,
      person_id: key.ownerId,
      name: key.name,
      hash: key.hash,
      last_four: key.lastFour,
      scopes: [...key.scopes],
      created_at: key.createdAt,
      expires_at: key.expiresAt,
      last_used_at: null,
      revoked_at: null,
    })
    .execute()
}

export const saveRevoked = async (tx: Tx, keyId: KeyId, revokedAt: Date): Promise<void> => {
  await db(tx)
    .updateTable('api_keys')
    .set({ revoked_at: revokedAt })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', keyId)
    .execute()
}

/** Told in hours only: enough to see which keys are dead, without a write for every request. */
export const markUsed = async (tx: Tx, keyId: KeyId, at: Date): Promise<void> => {
  await db(tx)
    .updateTable('api_keys')
    .set({ last_used_at: at })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', keyId)
    .execute()
}

/** Every living key that acts in somebody's name. */
export const lockLivingKeysOf = async (tx: Tx, personId: string): Promise<readonly Key[]> =>
  (
    await keys(tx)
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute()
  ).map(keyOf)
