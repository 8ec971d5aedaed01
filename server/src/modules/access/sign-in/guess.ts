/** How many wrong guesses are free, and how long the waits after them may grow. */
export type Budget = Readonly<{
  free: number
  longestWaitMs: number
  /** Guesses without a success between them after which only other ways in are left. */
  most?: number
  /** After this long without a guess the count starts anew. Never, where consecutive failures are what counts. */
  forgottenAfterMs?: number
}>

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
  /** One address against one account. */
  accountFromAddress: { free: 5, longestWaitMs: 15 * minuteMs },
  /** One address against all accounts. */
  address: { free: 50, longestWaitMs: hourMs, forgottenAfterMs: 24 * hourMs },
  /** A browser that the person has signed in with before. */
  device: { free: 10, longestWaitMs: 15 * minuteMs, most: 100 },
  /** Somebody signed in who proves again that it is them: the thief of a session knows no password. */
  self: { free: 5, longestWaitMs: 15 * minuteMs, most: 100 },
  /** Mails that somebody may cause to be sent to one mailbox. */
  mail: { free: 3, longestWaitMs: hourMs, forgottenAfterMs: 24 * hourMs },
} as const satisfies Readonly<Record<string, Budget>>

export type BudgetName = keyof typeof budgets

/** How long until the next guess is heard; 0 for now. Each wait is twice the one before. */
export const waitMs = ({ failures, lastAt }: Guesses, budget: Budget, now: Date): number => {
  const quietMs = now.getTime() - lastAt.getTime()
  if (budget.forgottenAfterMs !== undefined && quietMs >= budget.forgottenAfterMs) return 0
  if (budget.most !== undefined && failures >= budget.most) return hourMs
  if (failures < budget.free) return 0
  return Math.max(0, Math.min(1_000 * 2 ** (failures - budget.free), budget.longestWaitMs) - quietMs)
}

/** The count after one more guess. */
export const counted = ({ failures, lastAt }: Guesses, budget: Budget, now: Date): Guesses => {
  const isForgotten =
    budget.forgottenAfterMs !== undefined && now.getTime() - lastAt.getTime() >= budget.forgottenAfterMs
  return { failures: isForgotten ? 1 : failures + 1, lastAt: now }
}

/** A link-local address may name the interface it was heard on (RFC 4007, 11). */
const withoutZone = (address: string): string => address.split('%', 1)[0] ?? ''

/** One network counts as one: whoever has an IPv6 address has 2^64 of them (RFC 6177). */
export const networkOf = (address: string): string => {
  const plain = withoutZone(address).replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
