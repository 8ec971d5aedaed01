import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { Statement, Tx } from './db.ts'
import { keyReused } from './problem.ts'

type Claim = Readonly<{ personId: string; key: string; command: string; input: unknown }>

/**
 * Waits for a request with the same key that is still under way. Two statements, because the second needs a snapshot
 * taken after the wait.
 */
const wait: Statement = {
  name: 'kernel.wait-for-key',
  text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
}
const answered: Statement = {
  name: 'kernel.answered',
  text: `select command, input_hash, reply::text from idempotency_keys
    where organization_id = $1 and person_id = $2 and key = $3`,
}

export const inputHashOf = (command: string, input: unknown): Buffer =>
  createHash('sha256')
    .update(canonicalJson([command, input]))
    .digest()

/** The first answer to this key, byte for byte, or undefined when the key is new. Another request under it is refused. */
export const earlierReply = async (tx: Tx, { personId, key, command, input }: Claim): Promise<string | undefined> => {
  const waited = tx.named(wait, [`${tx.organizationId} ${personId} ${key}`])
  const [found] = await tx.named<{ command: string; input_hash: Buffer; reply: string }>(answered, [
    tx.organizationId,
    personId,
    key,
  ])
  await waited
  if (!found) return undefined
  if (found.command !== command || !found.input_hash.equals(inputHashOf(command, input))) throw keyReused()
  return found.reply
}
