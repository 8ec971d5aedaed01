import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { id, PersonId } from '#kernel/ids.ts'
import { Money } from '#kernel/money.ts'
import { wholeListOf } from '#kernel/page.ts'

export const DecisionId = id('DecisionId')
export type DecisionId = z.output<typeof DecisionId>

export const decisions = ['approved', 'returned', 'rejected'] as const
export type Decision = (typeof decisions)[number]

/** One amount for each currency at most. */
const AmountsByCurrency = z
  .array(Money.refine(({ minor }) => minor >= 0n, 'The amount must not be negative.'))
  .max(20, 'Keep it to 20 currencies.')
  .refine(
    (amounts) => new Set(amounts.map(({ currency }) => currency)).size === amounts.length,
    'Name each currency once.',
  )

export const LimitsView = z.object({
  personId: PersonId,
  name: z.string(),
  /** Empty for no limit; otherwise what is not listed cannot be approved. */
  limits: z.array(Money),
  version: z.int(),
  can: z.object({ change: z.boolean() }),
})
export type LimitsView = z.output<typeof LimitsView>

export const listLimits = endpoint({
  name: 'approvals.list-limits',
  method: 'GET',
  path: '/approval-limits',
  summary: 'How much those may approve who have a limit; all others who may approve have none',
  input: z.strictObject({}),
  output: wholeListOf(LimitsView),
})

export const changeLimits = endpoint({
  name: 'approvals.change-limits',
  method: 'PUT',
  path: '/approval-limits/:personId',
  summary: 'Say how much a member may approve, by currency; an empty list lifts the limit',
  input: z.strictObject({
    personId: PersonId,
    limits: AmountsByCurrency,
    version: z.int().nonnegative().describe('0 while none was ever set'),
  }),
  output: LimitsView,
})

export const PolicyView = z.object({
  /** Above these, two different people approve. With none, one is always enough. */
  secondAbove: z.array(Money),
  version: z.int().describe('0 while none was ever set'),
  can: z.object({ change: z.boolean() }),
})
export type PolicyView = z.output<typeof PolicyView>

export const viewPolicy = endpoint({
  name: 'approvals.view-policy',
  method: 'GET',
  path: '/approval-policy',
  summary: 'From which amount on two people approve',
  input: z.strictObject({}),
  output: PolicyView,
})

export const changePolicy = endpoint({
  name: 'approvals.change-policy',
  method: 'PUT',
  path: '/approval-policy',
  summary: 'Say above which amount two people approve; other currencies then always need two',
  input: z.strictObject({ secondAbove: AmountsByCurrency, version: z.int().nonnegative() }),
  output: PolicyView,
})

/** A decision as other modules show it beside its subject. */
export const DecisionView = z.object({
  id: DecisionId,
  decision: z.enum(decisions),
  note: z.string().nullable(),
  amount: Money.nullable(),
  contentHash: z.string().describe('Of what was decided on, as it was then'),
  /** How many approvals of different people it took at the time. */
  needed: z.int(),
  decidedBy: PersonId,
  /** Null for somebody who is no longer known here. */
  decidedByName: z.string().nullable(),
  decidedAt: Instant,
})
export type DecisionView = z.output<typeof DecisionView>
