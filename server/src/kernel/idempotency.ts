import { createHmac } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { Statement, Tx } from './db.ts'
import { keyReused } from './problem.ts'
import { Sealed, type Secrets } from './secrets.ts'

type Claim = Readonly<{
  personId: string
  key: string
  command: string
  input: unknown
  /** Of the file that came with the request: another file is another request. */
  sha256: string | undefined
}>

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

/** Keyed, because an input may hold a bank account, and the few numbers there are could be tried against a plain hash. */
export const inputHashOf = (
  secrets: Secrets,
  { command, input, sha256 }: Pick<Claim, 'command' | 'input' | 'sha256'>,
): Buffer =>
  createHmac('sha256', secrets.derive('idempotency'))
    .update(canonicalJson(sha256 === undefined ? [command, input] : [command, input, sha256]))
    .digest()

/** The first answer to this key, byte for byte, or undefined when the key is new. Another request under it is refused. */
export const earlierReply = async (tx: Tx, secrets: Secrets, claim: Claim): Promise<string | undefined> => {
  const { personId, key, command } = claim
  const waited = tx.named(wait, [`${tx.organizationId} ${personId} ${key}`])
  // When the database dies, both statements fail: told by the second, and unheard here it would end the process.
  waited.catch(() => undefined)
  const [found] = await tx.named<{ command: string; input_hash: Buffer; reply: string }>(answered, [
    tx.organizationId,
    personId,
    key,
  ])
  await waited
  if (!found) return undefined
  if (found.command !== command || !found.input_hash.equals(inputHashOf(secrets, claim))) throw keyReused()
  return found.reply
}

type Kept = Readonly<{ organizationId: string; personId: string; key: string }>

const placeOf = ({ organizationId, personId, key }: Kept) => ({
  organizationId,
  table: 'idempotency_keys',
  column: 'reply',
  rowId: `${personId} ${key}`,
})

/** An answer with a secret in it, in the form it is kept for a retry. */
export const sealReply = (secrets: Secrets, kept: Kept, reply: string): string =>
  JSON.stringify({ sealed: Sealed.textOf(secrets.seal(placeOf(kept), reply)) })

export const openReply = (secrets: Secrets, kept: Kept, reply: string): string =>
  secrets.open(placeOf(kept), new Sealed((JSON.parse(reply) as { sealed: string }).sealed))
