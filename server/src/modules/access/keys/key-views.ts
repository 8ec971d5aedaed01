import type { Tx } from '#kernel/db.ts'
import type { KeyView } from '#modules/access/contract.ts'
import { memberNames } from '#modules/access/members/store.ts'
import { type Key, viewOf } from './key.ts'

/** Keys as they are shown: with the name of whom each acts for, also after they left. */
export const viewsOf = async (tx: Tx, keys: readonly Key[]): Promise<readonly KeyView[]> => {
  const names = await memberNames(tx, [...new Set(keys.map(({ ownerId }) => ownerId))])
  return keys.map((key) => viewOf(key, names.get(key.ownerId) ?? ''))
}

export const namedViewOf = async (tx: Tx, key: Key): Promise<KeyView> => {
  const names = await memberNames(tx, [key.ownerId])
  return viewOf(key, names.get(key.ownerId) ?? '')
}
