import { type Actor, mayIn } from '#kernel/actor.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { mayFollow, type Transitions } from '#kernel/states.ts'
import { type Contractor, mayChange } from '#modules/directory/contractor.ts'
import { changeContractors } from '#modules/directory/permissions.ts'
import { engagementCannotMove, engagementEndsTooEarly } from '#modules/directory/problems.ts'
import type { EngagementStatus, EngagementTerms, EngagementView } from './contract.ts'

/** What may follow what; the trigger on the table refuses the rest. Somebody who comes back gets a new engagement. */
export const engagementTransitions: Transitions<EngagementStatus> = {
  draft: ['active', 'ended'],
  active: ['ended'],
  ended: [],
}

/** One contractor working for one legal entity under one chain of agreements. */
export type Engagement = Readonly<Omit<EngagementView, 'can'>>

/**
 * Both whose contractor it is and where the engagement is filed, if not with the contractor: nobody reaches across
 * departments by either way.
 */
export const mayChangeEngagement = (
  actor: Actor,
  contractor: Pick<Contractor, 'departmentId'>,
  { departmentId }: Pick<Engagement, 'departmentId'>,
): boolean => mayChange(actor, contractor) && mayIn(actor, changeContractors, departmentId ?? contractor.departmentId)

export const moveEngagement = (engagement: Engagement, to: EngagementStatus): Engagement => {
  if (mayFollow(engagementTransitions, engagement.status, to)) return { ...engagement, status: to }
  throw engagementCannotMove({ from: engagement.status, to })
}

/** An engagement that ends before it began ends on its first day: it was called off. */
export const end = (engagement: Engagement, lastDay: PlainDate): Engagement => ({
  ...moveEngagement(engagement, 'ended'),
  endsOn: lastDay < engagement.startsOn ? engagement.startsOn : lastDay,
})

export const changeTerms = (engagement: Engagement, terms: Omit<EngagementTerms, 'legalEntityId'>): Engagement => {
  if (engagement.status === 'ended') throw engagementCannotMove({ from: 'ended', to: 'ended' })
  holdDays(terms)
  return { ...engagement, ...terms }
}

export const holdDays = ({ startsOn, endsOn }: Pick<EngagementTerms, 'startsOn' | 'endsOn'>): void => {
  if (endsOn !== null && endsOn < startsOn) throw engagementEndsTooEarly(lastDayTooEarly)
}

const lastDayTooEarly = { errors: [{ pointer: '#/endsOn', detail: 'Choose a day on or after the first.' }] }

export const viewOfEngagement = (engagement: Engagement, mayBeChanged: boolean): EngagementView => {
  const isOpen = engagement.status !== 'ended'
  return { ...engagement, can: { change: isOpen && mayBeChanged, end: isOpen && mayBeChanged } }
}
