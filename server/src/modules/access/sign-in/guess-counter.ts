import { createHmac } from 'node:crypto'
import { machine } from '#kernel/actor.ts'
import { transaction } from '#kernel/db.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { tooManyGuesses } from '#modules/access/problems.ts'
import { type BudgetName, budgets, counted, waitMs } from './guess.ts'
import { deleteGuesses, lockGuesses, saveGuesses } from './store.ts'

/** Who guesses, for one of the budgets: an e-mail address, a network, a device, a person. */
export type Guesser = Readonly<{ budget: BudgetName; who: string }>

export type GuessCounter = Readonly<{
  /**
   * Counts a guess before it is looked at, or refuses to look. In a transaction of its own: a refusal elsewhere
   * keeps it.
   */
  begin: (guessers: readonly Guesser[]) => Promise<void>
  /** The guess was right: what was counted against these is forgotten. An address stays counted. */
  forgive: (guessers: readonly Guesser[]) => Promise<void>
}>

/** Counts across all processes, in the database, under keyed fingerprints instead of addresses. */
export const createGuessCounter = ({ db, outside }: Pick<Runtime, 'db' | 'outside'>): GuessCounter => {
  const key = outside.secrets.derive('guesses')
  const fingerprint = ({ budget, who }: Guesser): Buffer =>
    createHmac('sha256', key).update(`${budget} ${who}`).digest()
  const entry = machine(noOrganizationId)

  return {
    begin: (guessers) =>
      transaction(db, entry, async (tx) => {
        const now = outside.now()
        const known = await lockGuesses(tx, guessers.map(fingerprint), now)
        const all = guessers.flatMap((guesser, place) => {
          const guesses = known[place]
          return guesses ? [{ guesser, guesses, budget: budgets[guesser.budget] }] : []
        })
        const wait = Math.max(0, ...all.map(({ guesses, budget }) => waitMs(guesses, budget, now)))
        if (wait > 0) throw tooManyGuesses({ retryAfterSeconds: Math.ceil(wait / 1_000) })
        for (const { guesser, guesses, budget } of all) {
          await saveGuesses(tx, fingerprint(guesser), counted(guesses, budget, now))
        }
      }),
    forgive: (guessers) =>
      transaction(db, entry, (tx) =>
        deleteGuesses(tx, guessers.filter(({ budget }) => budget !== 'address').map(fingerprint)),
      ),
  }
}
