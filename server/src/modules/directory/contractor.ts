import { type Actor, mayIn } from '#kernel/actor.ts'
import { canonicalJson } from '#kernel/canonical-json.ts'
import type { Standing as PortalStanding } from '#kernel/standing.ts'
import { mayFollow, type Transitions } from '#kernel/states.ts'
import { blockersOf } from './blockers-of.ts'
import {
  type AvailabilityGiven,
  type ContractorId,
  ContractorPlacement,
  ContractorProfile,
  type ContractorStatus,
  type ContractorView,
  type RateView,
} from './contract.ts'
import { changeContractors, changeRates, engageAgain, readContractors, readRates } from './permissions.ts'
import { alreadyBanned, illegalMove, notBanned } from './problems.ts'

/** What may follow what; the trigger on the table refuses the rest. */
export const contractorTransitions: Transitions<ContractorStatus> = {
  draft: ['invited', 'archived', 'withdrawn'],
  invited: ['onboarding', 'declined', 'withdrawn', 'invite_expired', 'draft'],
  invite_expired: ['invited', 'archived'],
  onboarding: ['ready', 'rejected', 'withdrawn', 'declined'],
  ready: ['active', 'onboarding', 'paused', 'ended'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: ['archived', 'invited'],
  declined: ['archived', 'invited'],
  withdrawn: ['archived', 'invited'],
  rejected: ['archived'],
  archived: ['invited'],
}

/** The steps a person takes by hand. The others follow from onboarding and work. */
const byHand: readonly ContractorStatus[] = ['active', 'paused', 'ended', 'archived', 'withdrawn']

export type NewContractor = Readonly<ContractorProfile & ContractorPlacement>

export type Contractor = Readonly<
  ContractorProfile &
    ContractorPlacement &
    AvailabilityGiven & {
      id: ContractorId
      status: ContractorStatus
      typeName: string | null
      departmentName: string | null
      availabilitySetAt: Date | null
      movedAt: Date
      doNotEngage: boolean
      doNotEngageSince: Date | null
      doNotEngageReason: string | null
      rates: readonly RateView[]
      version: number
    }
>

export const mayRead = (actor: Actor, { departmentId }: Pick<Contractor, 'departmentId'>): boolean =>
  mayIn(actor, readContractors, departmentId)

export const mayChange = (actor: Actor, { departmentId }: Pick<Contractor, 'departmentId'>): boolean =>
  mayIn(actor, changeContractors, departmentId)

/** To say that somebody is not to be engaged again, and to take it back. */
export const mayBan = (actor: Actor, { departmentId }: Pick<Contractor, 'departmentId'>): boolean =>
  mayIn(actor, engageAgain, departmentId)

export const moveTo = (contractor: Contractor, to: ContractorStatus, movedAt: Date): Contractor => {
  if (mayFollow(contractorTransitions, contractor.status, to)) return { ...contractor, status: to, movedAt }
  throw illegalMove({ from: contractor.status, to })
}

const standingIn: Partial<Readonly<Record<ContractorStatus, PortalStanding>>> = {
  onboarding: 'open',
  ready: 'open',
  active: 'open',
  paused: 'paused',
  ended: 'ended',
  archived: 'closed',
  declined: 'closed',
  withdrawn: 'closed',
  rejected: 'closed',
}

/** What the portal is open for. Undefined while somebody is only invited: then it is as it was before. */
export const standingOf = ({ status, doNotEngage }: Pick<Contractor, 'status' | 'doNotEngage'>) =>
  doNotEngage ? 'banned' : standingIn[status]

export const ban = (contractor: Contractor, reason: string, since: Date): Contractor => {
  if (contractor.doNotEngage) throw alreadyBanned()
  return { ...contractor, doNotEngage: true, doNotEngageSince: since, doNotEngageReason: reason }
}

export const liftBanOf = (contractor: Contractor): Contractor => {
  if (!contractor.doNotEngage) throw notBanned()
  return { ...contractor, doNotEngage: false, doNotEngageSince: null, doNotEngageReason: null }
}

export const withAvailability = (contractor: Contractor, given: AvailabilityGiven, setAt: Date): Contractor => ({
  ...contractor,
  ...given,
  availabilitySetAt: setAt,
})

/** One spelling per skill: trimmed, inner blanks single, no doubles whatever their case. */
export const tidySkills = (skills: readonly string[]): string[] => {
  const bySpelling = new Map(
    skills.map((skill) => skill.trim().replace(/\s+/g, ' ')).map((skill) => [skill.toLowerCase(), skill]),
  )
  return [...bySpelling.values()].sort((a, b) => (a < b ? -1 : 1))
}

const profileFields = [...ContractorProfile.keyof().options, ...ContractorPlacement.keyof().options]

/** The names of the fields that differ, for the journal. */
export const changedFields = (before: Contractor, after: Contractor): string[] =>
  profileFields.filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]))

/** How somebody stands: what decides about what may be done with them. */
export type Standing = Pick<
  Contractor,
  'id' | 'status' | 'departmentId' | 'movedAt' | 'doNotEngageSince' | 'doNotEngageReason'
>

/** The part of a page that depends on who looks. Why somebody is banned is for those who decide about it. */
export const shownTo = (contractor: Standing, actor: Actor) => ({
  doNotEngageReason: mayBan(actor, contractor) ? contractor.doNotEngageReason : null,
  blockers: [...blockersOf(contractor)],
  can: {
    change: mayChange(actor, contractor),
    seeRates: mayIn(actor, readRates, contractor.departmentId),
    changeRates: mayIn(actor, changeRates, contractor.departmentId),
    ban: mayBan(actor, contractor),
    moveTo: mayChange(actor, contractor)
      ? byHand.filter((to) => mayFollow(contractorTransitions, contractor.status, to))
      : [],
  },
})

export const viewOf = (contractor: Contractor, actor: Actor): ContractorView => ({
  ...contractor,
  ...shownTo(contractor, actor),
  skills: [...contractor.skills],
  rates: mayIn(actor, readRates, contractor.departmentId) ? [...contractor.rates] : [],
})
