import { type Actor, may } from '#kernel/actor.ts'
import { canonicalJson } from '#kernel/canonical-json.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { mayFollow, type Transitions } from '#kernel/states.ts'
import {
  type ContractorId,
  ContractorPlacement,
  ContractorProfile,
  type ContractorStatus,
  type ContractorView,
  type Rate,
} from './contract.ts'
import { changeContractors, engageAgain, readContractors } from './permissions.ts'
import { illegalMove } from './problems.ts'

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

export type Contractor = Readonly<
  ContractorProfile &
    ContractorPlacement & {
      id: ContractorId
      status: ContractorStatus
      typeName: string | null
      departmentName: string | null
      availability: ContractorView['availability']
      availableFrom: PlainDate | null
      availabilityNote: string | null
      movedAt: Date
      doNotEngage: boolean
      doNotEngageSince: Date | null
      doNotEngageReason: string | null
      rates: readonly (Rate & { validFrom: PlainDate })[]
      version: number
    }
>

export const mayRead = (actor: Actor, { departmentId }: Pick<Contractor, 'departmentId'>): boolean =>
  may(actor, readContractors, departmentId)

export const mayChange = (actor: Actor, { departmentId }: Pick<Contractor, 'departmentId'>): boolean =>
  may(actor, changeContractors, departmentId)

export const moveTo = (contractor: Contractor, to: ContractorStatus, movedAt: Date): Contractor => {
  if (mayFollow(contractorTransitions, contractor.status, to)) return { ...contractor, status: to, movedAt }
  throw illegalMove({ from: contractor.status, to })
}

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

export const viewOf = (contractor: Contractor, actor: Actor): ContractorView => ({
  ...contractor,
  skills: [...contractor.skills],
  rates: [...contractor.rates],
  can: {
    change: mayChange(actor, contractor),
    ban: may(actor, engageAgain, contractor.departmentId),
    moveTo: mayChange(actor, contractor)
      ? byHand.filter((to) => mayFollow(contractorTransitions, contractor.status, to))
      : [],
  },
})
