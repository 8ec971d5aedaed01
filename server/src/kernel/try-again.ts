import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Outside } from './runtime.ts'

/**
 * What PostgreSQL ends because others were at the same rows: a deadlock, a serialization failure, and a unique value that
 * somebody else took between the look and the step. Done once more, the step finds what the others left and says so.
 */
const worthAnotherTry: ReadonlySet<string | undefined> = new Set(['40P01', '40001', '23505'])
const tries = 4

export const isRaced = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && worthAnotherTry.has(error.code)

/** Runs a transaction, and runs it again when others came between. Nothing outside the database may be done in it. */
export const tryAgain = async <Result>(
  { randomBytes }: Pick<Outside, 'randomBytes'>,
  attempt: () => Promise<Result>,
): Promise<Result> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tried === tries || !isRaced(error)) throw error
      // Of some that start again together, each waits a time of its own.
      await pause(tried * 10 + (randomBytes(1)[0] ?? 0) / 8)
    }
  }
}
