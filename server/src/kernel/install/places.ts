import type pg from 'pg'
import type { Place } from './doubt.ts'
import type { Epoch, Mark } from './epoch-file.ts'

/** Two locks of this database: who looks and writes at the moment, and who is at work on it. */
const lookingLock = 6_087_183_513
const workingLock = 6_087_183_514

/** Two processes that start at once look one after the other. */
export const oneAtATime = async <Result>(client: pg.Client, look: () => Promise<Result>): Promise<Result> => {
  await client.query('select pg_advisory_lock($1)', [lookingLock])
  try {
    return await look()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lookingLock])
  }
}

/** Held by the connection until it ends, so that a second process knows that somebody is at work here. */
export const goToWork = (client: pg.Client): Promise<unknown> =>
  client.query('select pg_advisory_lock_shared($1)', [workingLock])

export const isSomebodyAtWork = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [workingLock])
  if (rows[0]?.free === true) await client.query('select pg_advisory_unlock($1)', [workingLock])
  return rows[0]?.free !== true
}

export type Restored = Readonly<{ since: Date; reason: string }>

export const restoredIn = async (client: pg.Client): Promise<Restored | undefined> => {
  const { rows } = await client.query<{ restored_at: Date | null; reason: string | null }>(
    'select restored_at, reason from install.standing',
  )
  const [row] = rows
  return row?.restored_at ? { since: row.restored_at, reason: row.reason ?? '' } : undefined
}

/** Begins restored mode, unless it lasts already. What was known of places is forgotten: it was another time's. */
export const enterRestored = async (client: pg.Client, reason: string): Promise<void> => {
  await client.query(
    'update install.standing set restored_at = clock_timestamp(), reason = $1 where restored_at is null',
    [reason],
  )
  await client.query('delete from install.places')
}

export const leaveRestored = (client: pg.Client): Promise<unknown> =>
  client.query('update install.standing set restored_at = null, reason = null')

export const knowledgeOf = async (client: pg.Client, told: Epoch | undefined) => {
  const { rows } = await client.query<{ is_empty: boolean; knows_places: boolean }>(
    'select not exists (select from journal) as is_empty, exists (select from install.places) as knows_places',
  )
  const found = await client.query<{ token: string; token_before: string; mark: Mark }>(
    'select token, token_before, mark from install.places where id = $1',
    [told?.placeId],
  )
  const [row] = found.rows
  const place: Place | undefined = row && { token: row.token, tokenBefore: row.token_before, mark: row.mark }
  return { isEmpty: rows[0]?.is_empty ?? true, knowsPlaces: rows[0]?.knows_places ?? false, place }
}

export const insertPlace = (client: pg.Client, { placeId, token }: Epoch, mark: Mark): Promise<unknown> =>
  client.query('insert into install.places values ($1, $2, $2, $3, clock_timestamp())', [
    placeId,
    token,
    JSON.stringify(mark),
  ])

/** The row first, the file after it: killed in between, the file shows the token before, which is good too. */
export const moveOn = (client: pg.Client, next: Epoch, mark: Mark): Promise<unknown> =>
  client.query(
    `update install.places set token_before = token, token = $2, mark = $3, worked_at = clock_timestamp()
     where id = $1`,
    [next.placeId, next.token, JSON.stringify(mark)],
  )
