import { addDays, type PlainDate } from '#kernel/dates.ts'
import { decimalOf } from '#kernel/money.ts'
import type { AssignmentView } from '#modules/work/contract.ts'

/** The terms of an assignment while they are typed. */
export type TermsValues = {
  title: string
  brief: string
  pricing: 'hourly' | 'fixed'
  price: { amount: string; currency: string }
  cap: { amount: string }
  startsOn: string | null
  endsOn: string | null
  answerBy: string | null
}

/** How long a contractor usually has to answer. */
const usualAnswerDays = 7

export const newTerms = (today: PlainDate, currency: string): TermsValues => ({
  title: '',
  brief: '',
  pricing: 'hourly',
  price: { amount: '', currency },
  cap: { amount: '' },
  startsOn: addDays(today, usualAnswerDays),
  endsOn: null,
  answerBy: addDays(today, usualAnswerDays),
})

export const typedTerms = (assignment: AssignmentView): TermsValues => ({
  title: assignment.title,
  brief: assignment.brief,
  pricing: assignment.pricing,
  price: { amount: decimalOf(assignment.price), currency: assignment.price.currency },
  cap: { amount: assignment.cap ? decimalOf(assignment.cap) : '' },
  startsOn: assignment.startsOn,
  endsOn: assignment.endsOn,
  answerBy: assignment.answerBy,
})

/** The most that may be invoiced is in the currency of the price. */
export const sentTerms = ({ cap, startsOn, answerBy, ...rest }: TermsValues) => ({
  ...rest,
  cap: cap.amount.trim() === '' ? null : { amount: cap.amount, currency: rest.price.currency },
  startsOn: startsOn ?? '',
  answerBy: answerBy ?? '',
})
