import { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { Money, money } from '#kernel/money.ts'
import { forbidden, invalidInput } from '#kernel/problem.ts'
import type { Decision } from './contract.ts'
import { alreadyApproved, overYourLimit, ownSubject } from './problems.ts'

/** What is decided on: something of another module, as it is at this moment. */
export type Subject = Readonly<{
  kind: string
  subjectId: string
  /** SHA-256 of everything the decision is about. Another content is another subject. */
  contentHash: string
  /** Null where no money is at stake. */
  amount: Money | null
  /** Whoever made, changed or submitted it, and whom it pays. None of them decides. */
  involvedPersonIds: readonly string[]
}>

export type Earlier = Readonly<{ decision: Decision; personId: string; contentHash: string; needed: number }>

/** What was approved lately and counts together with the subject: other invoices of the same contractor, say. */
export type Alongside = Readonly<{ subjectId: string; personId: string; amount: Money; needed: number }>

/** On what grounds somebody decides: their limits, the policy, what was decided before in order, and what counts with it. */
export type Grounds = Readonly<{
  limits: readonly Money[]
  secondAbove: readonly Money[]
  earlier: readonly Earlier[]
  alongside: readonly Alongside[]
}>

export type Outcome = Readonly<{
  /** How many different people have approved this very content, this one included. */
  approvals: number
  needed: number
  /** Enough people have approved. */
  isComplete: boolean
}>

type Choice = Readonly<{ decision: Decision; note: string | null }>

/** May this person decide so, and what follows? Refuses by throwing. */
export const decide = (actor: Actor, subject: Subject, grounds: Grounds, { decision, note }: Choice): Outcome => {
  // An integration may propose, but only a person signed in decides.
  if (actor.via !== 'session') throw forbidden()
  if (subject.involvedPersonIds.includes(actor.personId)) throw ownSubject()
  const needed = neededFor(subject.amount, grounds)
  if (decision !== 'approved') {
    if (!note?.trim()) throw invalidInput({ errors: [{ pointer: '#/note', detail: 'Say why.' }] })
    return { approvals: 0, needed, isComplete: false }
  }
  refuseOverLimit(actor.personId, subject.amount, grounds)
  const standing = standingApprovals(grounds.earlier, subject.contentHash)
  if (standing.some(({ personId }) => personId === actor.personId)) throw alreadyApproved()
  const approvals = standing.length + 1
  return { approvals, needed, isComplete: approvals >= needed }
}

/** The approvals of this very content since it was last returned or rejected. */
export const standingApprovals = (earlier: readonly Earlier[], contentHash: string): readonly Earlier[] =>
  earlier
    .slice(earlier.findLastIndex(({ decision }) => decision !== 'approved') + 1)
    .filter((approval) => approval.contentHash === contentHash)

/** Whether what stands is enough by the policy of the last approval. */
export const isApproved = (earlier: readonly Earlier[], contentHash: string): boolean => {
  const standing = standingApprovals(earlier, contentHash)
  return standing.length > 0 && standing.length >= (standing.at(-1)?.needed ?? 1)
}

/**
 * A currency that the policy does not name needs two: otherwise it would be the way around it. What one person alone has
 * approved lately counts, whoever it was: otherwise an invoice cut in three would be another way.
 */
const neededFor = (amount: Money | null, { secondAbove, alongside }: Grounds): 1 | 2 => {
  if (amount === null || secondAbove.length === 0) return 1
  const threshold = inCurrencyOf(amount, secondAbove)
  const before = sumOfSubjects(
    alongside.filter(({ needed }) => needed === 1),
    amount.currency,
  )
  return threshold && absolute(amount) + before <= threshold.minor ? 1 : 2
}

/**
 * Whoever has a limit has it for every currency: one that is not named is a limit of nothing. What they approved lately
 * for the same contractor counts, so that a limit is not passed in parts.
 */
const refuseOverLimit = (personId: string, amount: Money | null, { limits, alongside }: Grounds): void => {
  if (amount === null || limits.length === 0) return
  const limit = inCurrencyOf(amount, limits) ?? money(0n, amount.currency)
  const before = sumOfSubjects(
    alongside.filter((one) => one.personId === personId),
    amount.currency,
  )
  if (absolute(amount) + before <= limit.minor) return
  const counted = money(before, amount.currency)
  throw overYourLimit({ limit: z.encode(Money, limit), approvedBefore: z.encode(Money, counted) })
}

/** Each subject once, however many people approved it. */
const sumOfSubjects = (alongside: readonly Alongside[], currency: string): bigint =>
  [...new Map(alongside.map((one) => [one.subjectId, one.amount])).values()]
    .filter((amount) => amount.currency === currency)
    .reduce((sum, amount) => sum + absolute(amount), 0n)

const inCurrencyOf = ({ currency }: Money, amounts: readonly Money[]): Money | undefined =>
  amounts.find((amount) => amount.currency === currency)

/** A credit note moves money as well. */
const absolute = ({ minor }: Money): bigint => (minor < 0n ? -minor : minor)
