import { z } from 'zod'
import { Instant, PlainDate } from './dates.ts'

/** Whose move it is. */
export const blockerOwners = [
  'contractor',
  'manager',
  'finance',
  'releaser',
  'legal',
  'admin',
  'owner',
  'nobody',
] as const

/**
 * Why something cannot move: nothing waits without a reason, an owner and a date. Every module that can hold something
 * up answers with these (`blockersOf`), and whoever asks joins the answers.
 */
export const Blocker = z.object({
  /** Stable, `module.what`, such as `tax.no-tax-form`. */
  code: z.string(),
  /** A sentence in the second person that says what is missing. */
  sentence: z.string(),
  owner: z.enum(blockerOwners),
  since: Instant,
  /** The day by which it clears by itself or should be cleared, where there is one. */
  by: PlainDate.nullable(),
  /** What clears it: the label of a button and, inside the app, where it leads (below the organization's address). */
  clears: z.object({ label: z.string(), path: z.string().nullable() }),
})
export type Blocker = z.output<typeof Blocker>
