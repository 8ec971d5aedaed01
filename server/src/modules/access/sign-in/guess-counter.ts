import { createHmac } from 'node:crypto'
import { machine } from '#kernel/actor.ts'
import { type Tx, transaction } from '#kernel/db.ts'
import { noOrganizationId } from '#kernel/http/mount.ts'
import { Problem } from '#kernel/problem.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { tooManyGuesses } from '#modules/access/problems.ts'
import { type BudgetName, budgets, counted, settled, waitMs } from './guess.ts'
import { deleteGuesses, lockGuesses, saveGuesses } from './store.ts'

/** Who guesses, for one of the budgets: an e-mail address, a network, a device, a person. */
export type Guesser = Readonly<{ budget: BudgetName; who: string }>

export type GuessCounter = Readonly<{
  /**
   * Counts a try before it is looked at, or refuses to look. In a transaction of its own: a refusal elsewhere keeps it.
   * By itself for what is neither right nor wrong, such as asking for a mail.
   */
  begin: (guessers: readonly Guesser[]) => Promise<void>
  /**
   * The same for a proof that turns out right or wrong. Right: what was counted against these is forgotten. Wrong: only
   * now it counts against the network, so that however many prove it rightly from there, nobody is kept waiting.
   */
  guess: <Proof>(guessers: readonly Guesser[], prove: () => Promise<Proof>) => Promise<Proof>
}>

/** Counts across all processes, in the database, under keyed fingerprints instead of addresses. */
export const createGuessCounter = ({ db, outside }: Pick<Runtime, 'db' | 'outside'>): GuessCounter => {
  const key = outside.secrets.derive('guesses')
  const fingerprint = ({ budget, who }: Guesser): Buffer =>
    createHmac('sha256', key).update(`${budget} ${who}`).digest()
  const entry = machine(noOrganizationId)
  const countsAfterwards = ({ budget }: Guesser): boolean => budget === 'network'

  const locked = async (tx: Tx, guessers: readonly Guesser[], now: Date) => {
    const known = await lockGuesses(tx, guessers.map(fingerprint), now)
    return guessers.flatMap((guesser, place) => {
      const guesses = known[place]
      return guesses ? [{ guesser, guesses, budget: budgets[guesser.budget] }] : []
    })
  }

  const begin: GuessCounter['begin'] = async (guessers) => {
    const wait = await transaction(db, entry, async (tx) => {
      const now = outside.now()
      const all = await locked(tx, guessers, now)
      const longest = Math.max(0, ...all.map(({ guesses, budget }) => waitMs(guesses, budget, now)))
      for (const { guesser, guesses, budget } of all) {
        const counts = longest === 0 && !countsAfterwards(guesser)
        const next = counts ? counted(guesses, budget, now) : settled(guesses, budget, now)
        await saveGuesses(tx, fingerprint(guesser), next)
      }
      return longest
    })
    // Thrown only here: a count that was settled because the clock had been set back must stay settled.
    if (wait > 0) throw tooManyGuesses({ retryAfterSeconds: Math.ceil(wait / 1_000) })
  }

  const wasWrong = (guessers: readonly Guesser[]): Promise<void> =>
    transaction(db, entry, async (tx) => {
      const now = outside.now()
      for (const { guesser, guesses, budget } of await locked(tx, guessers.filter(countsAfterwards), now))
        await saveGuesses(tx, fingerprint(guesser), counted(guesses, budget, now))
    })

  const wasRight = (guessers: readonly Guesser[]): Promise<void> =>
    transaction(db, entry, (tx) =>
      deleteGuesses(tx, guessers.filter((guesser) => !countsAfterwards(guesser)).map(fingerprint)),
    )

  return {
    begin,
    guess: async (guessers, prove) => {
      await begin(guessers)
      try {
        const proof = await prove()
        await wasRight(guessers)
        return proof
      } catch (error) {
        if (error instanceof Problem && guessers.some(countsAfterwards)) await wasWrong(guessers)
        throw error
      }
    },
  }
}
