import type { Statement, Tx } from '#kernel/db.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { AuthTables } from '#modules/access/tables.ts'
import type { Guesses } from './guess.ts'

const db = (tx: Tx) => tx.withTables<AuthTables>()

const remember: Statement = {
  name: 'access.remember-guesser',
  text: `insert into auth.guesses (key, failures, last_at)
    select key, 0, $2 from unnest($1::bytea[]) as key order by key on conflict do nothing`,
}

/** Holds the counts of these guessers until the commit, so that fifty guesses at once are fifty guesses. */
export const lockGuesses = async (tx: Tx, keys: readonly Buffer[], now: Date): Promise<readonly Guesses[]> => {
  await tx.named(remember, [keys, now])
  const rows = await db(tx)
    .selectFrom('auth.guesses')
    .select(['key', 'failures', 'last_at'])
    .where('key', 'in', [...keys])
    .orderBy('key')
    .forUpdate()
    .execute()
  return keys.map((key) => {
    const row = rows.find((found) => found.key.equals(key))
    if (!row) throw new Error('A guesser vanished while it was locked.')
    return { failures: row.failures, lastAt: row.last_at }
  })
}

export const saveGuesses = async (tx: Tx, key: Buffer, { failures, lastAt }: Guesses): Promise<void> => {
  await db(tx).updateTable('auth.guesses').set({ failures, last_at: lastAt }).where('key', '=', key).execute()
}

export const deleteGuesses = async (tx: Tx, keys: readonly Buffer[]): Promise<void> => {
  await db(tx)
    .deleteFrom('auth.guesses')
    .where('key', 'in', [...keys])
    .execute()
}

const claim: Statement = {
  name: 'access.claim-code',
  text: `insert into auth.used_codes as used (person_id, code, used_at) values ($1, $2, $3)
    on conflict (person_id, code) do update set used_at = excluded.used_at where used.used_at < $4
    returning code`,
}

/**
 * A code of an authenticator app is good for 30 seconds before and after its own; past these three minutes it is
 * new.
 */
const codeLivesMs = 180_000

/** True for the first to use this code. */
export const claimCode = async (
  tx: Tx,
  { personId, code, now }: Readonly<{ personId: PersonId; code: string; now: Date }>,
): Promise<boolean> =>
  (await tx.named(claim, [personId, code, now, new Date(now.getTime() - codeLivesMs)])).length === 1

const sweeping: readonly Statement[] = [
  { name: 'access.sweep-sessions', text: 'delete from auth.sessions where expires_at < $1' },
  { name: 'access.sweep-verifications', text: 'delete from auth.verifications where expires_at < $1' },
  {
    name: 'access.sweep-codes',
    text: "delete from auth.used_codes where used_at < $1::timestamptz - interval '1 hour'",
  },
  {
    name: 'access.sweep-guesses',
    text: "delete from auth.guesses where last_at < $1::timestamptz - interval '90 days'",
  },
]

/** Removes what has had its time. */
export const sweep = async (tx: Tx, now: Date): Promise<void> => {
  for (const statement of sweeping) await tx.named(statement, [now])
  await sweepFlood(tx, mostGuessers)
}

const mostGuessers = 1_000_000

const flood: Statement = {
  name: 'access.sweep-flood-of-guesses',
  text: `delete from auth.guesses where last_at < (
    select last_at from auth.guesses order by last_at desc offset $1 - 1 limit 1)`,
}

/** Whoever invents addresses to guess at would fill the disk: past so many the oldest counts go, whatever their age. */
export const sweepFlood = async (tx: Tx, most: number): Promise<void> => {
  await tx.named(flood, [most])
}
