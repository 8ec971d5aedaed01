/** How many wrong guesses are free, and how long the waits after them may grow: each is twice the one before. */
type Doubling = Readonly<{
  free: number
  longestWaitMs: number
  /** Guesses without a success between them after which only other ways in are left. */
  most?: number
  /** After this long without a guess the count starts anew. Never, where consecutive failures are what counts. */
  forgottenAfterMs?: number
}>

/** How many are free at once, and how often one of them is forgotten: for what is never quiet, such as an office. */
type Leaking = Readonly<{ free: number; forgetsOneEveryMs: number }>

export type Budget = Doubling | Leaking

export type Guesses = Readonly<{ failures: number; lastAt: Date }>

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/**
 * Against guessing without making a weapon of it: strangers slow each other down and are stopped at NIST's hundred
 * in a row (SP 800-63B-4, 3.2.2), while a browser in which the person has signed in before counts for itself alone.
 * A passkey, a link by mail and a new password by mail stay open throughout.
 */
export const budgets = {
  /** All strangers together against one account. */
  account: { free: 20, longestWaitMs: 15 * minuteMs, most: 100 },
  /** One network against one account. */
  accountFromNetwork: { free: 5, longestWaitMs: 15 * minuteMs },
  /** One network against all accounts, counted once a guess has turned out to be wrong: it may be a whole office. */
  network: { free: 50, forgetsOneEveryMs: 5 * minuteMs },
  /** A browser that the person has signed in with before. */
  device: { free: 10, longestWaitMs: 15 * minuteMs, most: 100 },
  /** Somebody signed in who proves again that it is them: the thief of a session knows no password. */
  self: { free: 5, longestWaitMs: 15 * minuteMs, most: 100 },
  /** Mails that somebody may cause to be sent to one mailbox. */
  mail: { free: 3, longestWaitMs: hourMs, forgottenAfterMs: 24 * hourMs },
  /** Mails that one network may cause to be sent, to whomever. */
  mailsFromNetwork: { free: 50, forgetsOneEveryMs: 5 * minuteMs },
} as const satisfies Readonly<Record<string, Budget>>

export type BudgetName = keyof typeof budgets

/**
 * What is still held against somebody now. A count of the future was made before the clock was set back: it counts
 * from now on, or everybody would wait for the clock to come there again.
 */
export const settled = ({ failures, lastAt }: Guesses, budget: Budget, now: Date): Guesses => {
  const quietMs = now.getTime() - lastAt.getTime()
  if (quietMs < 0) return { failures, lastAt: now }
  if ('forgetsOneEveryMs' in budget) {
    const forgotten = Math.floor(quietMs / budget.forgetsOneEveryMs)
    if (forgotten >= failures) return { failures: 0, lastAt: now }
    return {
      failures: failures - forgotten,
      lastAt: new Date(lastAt.getTime() + forgotten * budget.forgetsOneEveryMs),
    }
  }
  const isForgotten = budget.forgottenAfterMs !== undefined && quietMs >= budget.forgottenAfterMs
  return { failures: isForgotten ? 0 : failures, lastAt }
}

/** How long until the next guess is heard; 0 for now. */
export const waitMs = (guesses: Guesses, budget: Budget, now: Date): number => {
  const { failures, lastAt } = settled(guesses, budget, now)
  const quietMs = now.getTime() - lastAt.getTime()
  if ('forgetsOneEveryMs' in budget) return failures < budget.free ? 0 : budget.forgetsOneEveryMs - quietMs
  if (budget.most !== undefined && failures >= budget.most) return hourMs
  if (failures < budget.free) return 0
  return Math.max(0, Math.min(1_000 * 2 ** (failures - budget.free), budget.longestWaitMs) - quietMs)
}

/** The count after one more guess. What leaks keeps its time, or a guess now and then would stop it from leaking. */
export const counted = (guesses: Guesses, budget: Budget, now: Date): Guesses => {
  const { failures, lastAt } = settled(guesses, budget, now)
  return { failures: failures + 1, lastAt: 'forgetsOneEveryMs' in budget ? lastAt : now }
}
