import { type Actor, may, mayIn } from '#kernel/actor.ts'
import { addHours, type PlainDate } from '#kernel/dates.ts'
import type { PersonId } from '#kernel/ids.ts'
import { mayFollow, type Transitions } from '#kernel/states.ts'
import type { LinkId } from '#modules/access/contract.ts'
import type { ContractorId, ContractorStatus, EngagementId } from '#modules/directory/contract.ts'
import type { LegalEntityId } from '#modules/organizations/contract.ts'
import type { OnboardingFlowId, OnboardingId } from './ids.ts'
import type { OnboardingStatus } from './onboarding-view.ts'
import { inviteContractors, readOnboardings, reviewStages, takePart, waiveStages } from './permissions.ts'
import { onboardingCannotMove } from './problems.ts'
import { holdsUp, type Stage } from './stage.ts'

/** What may follow what; the trigger on the table refuses the rest. Who comes back gets a new onboarding. */
export const onboardingTransitions: Transitions<OnboardingStatus> = {
  invited: ['in_progress', 'declined', 'withdrawn', 'invite_expired'],
  in_progress: ['completed', 'declined', 'withdrawn', 'rejected'],
  completed: [],
  invite_expired: ['invited', 'withdrawn'],
  declined: [],
  withdrawn: [],
  rejected: [],
}

/** Days for which an invitation can be accepted. */
const invitationDays = 14

/** Never later than the link itself works. */
export const endOfInvitation = (now: Date, linkEndsAt: Date): Date => {
  const end = addHours(now, invitationDays * 24)
  return end < linkEndsAt ? end : linkEndsAt
}

export type Onboarding = Readonly<{
  id: OnboardingId
  contractorId: ContractorId
  contractorName: string
  contractorEmail: string
  contractorStatus: ContractorStatus
  departmentId: string | null
  departmentName: string | null
  engagementId: EngagementId
  legalEntityId: LegalEntityId
  legalEntityName: string
  startsOn: PlainDate
  flowId: OnboardingFlowId
  flowName: string
  flowVersion: number
  status: OnboardingStatus
  email: string
  message: string
  linkId: LinkId | null
  invitedBy: PersonId
  invitedAt: Date
  expiresAt: Date | null
  acceptedAt: Date | null
  completedAt: Date | null
  reason: string | null
  reminders: number
  movedAt: Date
  version: number
  stages: readonly Stage[]
}>

type Filed = Readonly<{ departmentId: string | null }>
export const mayReadOnboarding = (actor: Actor, { departmentId }: Filed): boolean =>
  mayIn(actor, readOnboardings, departmentId)
export const mayInvite = (actor: Actor, { departmentId }: Filed): boolean =>
  mayIn(actor, inviteContractors, departmentId)
/** A member who is a contractor here as well does not decide about what they handed in themselves. */
type Decided = Pick<Onboarding, 'departmentId' | 'contractorId'>
export const mayReview = (actor: Actor, { departmentId, contractorId }: Decided): boolean =>
  mayIn(actor, reviewStages, departmentId) && actor.contractorId !== contractorId
export const mayWaive = (actor: Actor, { departmentId, contractorId }: Decided): boolean =>
  mayIn(actor, waiveStages, departmentId) && actor.contractorId !== contractorId
/** Only the contractor it is about, once they are let in. */
export const isOwn = (actor: Actor, { contractorId, acceptedAt }: Pick<Onboarding, 'contractorId' | 'acceptedAt'>) =>
  actor.contractorId === contractorId && acceptedAt !== null && may(actor, takePart)

export const isOpen = ({ status }: Pick<Onboarding, 'status'>): boolean => onboardingTransitions[status].length > 0

export const moveTo = (onboarding: Onboarding, to: OnboardingStatus, now: Date): Onboarding => {
  if (mayFollow(onboardingTransitions, onboarding.status, to)) return { ...onboarding, status: to, movedAt: now }
  throw onboardingCannotMove({ from: onboarding.status, to })
}

export const beUnderWay = ({ status }: Pick<Onboarding, 'status'>): void => {
  if (status !== 'in_progress') throw onboardingCannotMove({ from: status, to: status })
}

/** Nothing that was asked for is missing any more. */
export const isDone = ({ status, stages }: Pick<Onboarding, 'status' | 'stages'>): boolean =>
  status === 'in_progress' && !stages.some(holdsUp)

export const factsOf = ({ id, contractorId, engagementId, contractorName }: Onboarding) => ({
  onboardingId: id,
  contractorId,
  engagementId,
  displayName: contractorName,
})

export const stageFactsOf = ({ id: onboardingId, contractorId }: Onboarding, { id: stageId, plan }: Stage) => ({
  stageId,
  onboardingId,
  contractorId,
  title: plan.title,
})
