import type { Standing } from '#kernel/standing.ts'

const dayMs = 86_400_000

/** How long after the end the last invoices may come, and what they need: three months of work are billed by then. */
export const settlingDays = 90

/** What is ended closes by itself. */
export const standingAt = ({ now, since }: Readonly<{ now: Standing; since: Date }>, at: Date): Standing =>
  now === 'ended' && at.getTime() - since.getTime() > settlingDays * dayMs ? 'closed' : now
