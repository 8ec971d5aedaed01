import type { z } from 'zod'
import type { Blocker } from './blocker.ts'
import type { PlainDate } from './dates.ts'

/** One reason why something may not be paid: a row of the view that its module publishes. */
export type Held = Readonly<{
  code: string
  contractorId: string
  since: Date
  by: PlainDate | null
  /** What the sentence names, besides: last four digits, a title. Never a protected value. */
  detail: unknown
}>

/** What one reason is called, wherever it is shown. */
export type HoldWords = Readonly<{
  /** A few words beside an amount. */
  title: string
  /** The sentence that is kept with a pay run for what stayed out of it. */
  summary: string
  /** Whose move it is. */
  owner: Blocker['owner']
  /** The organization's own business: the contractor is told that somebody is looking at it, not why. */
  isStaffOnly?: true
  /** The whole sentence, and what clears it. */
  tell: (held: Held) => Pick<Blocker, 'sentence' | 'clears'>
}>

type Said<Detail> = Omit<HoldWords, 'tell'> &
  Readonly<{ tell: (held: Held & Readonly<{ detail: Detail }>) => Pick<Blocker, 'sentence' | 'clears'> }>

/** Declares the words for one reason, and what its view has to know for them. */
export const hold = <Detail extends z.ZodType>(detail: Detail, said: Said<z.output<Detail>>): HoldWords => ({
  ...said,
  tell: (held) => said.tell({ ...held, detail: detail.parse(held.detail) }),
})

/** What a module lets stop payment: for thousands at once by its view, in words by their codes. */
export type PaymentHolds = Readonly<{
  /**
   * A view with `organization_id`, `code`, `since`, `by_day`, `detail` and the columns that `by` names: `contractor_id`;
   * `contractor_id` and `engagement_id`, where null is every engagement; or `invoice_id`.
   */
  view: string
  by: 'contractor' | 'engagement' | 'invoice'
  words: Readonly<Record<string, HoldWords>>
}>
