import type { Blocker } from '#kernel/blocker.ts'
import type { Work } from '#kernel/command.ts'
import { dayIn } from '#kernel/dates.ts'
import { agreementBlockers } from '#modules/agreements/index.ts'
import type { EngagementId } from '#modules/directory/contract.ts'
import { contractorBlockers, engagementOf } from '#modules/directory/index.ts'
import type { Onboarding } from './onboarding.ts'
import { onboardingOfEngagement } from './read-store.ts'
import { holdsUp, type Stage } from './stage.ts'

/**
 * May work start under this engagement? Empty when it may. An engagement that was opened by hand, without an
 * onboarding, is held up by the contractor's own state alone: nothing was asked for, so nothing can be missing.
 */
export const readiness = async (
  { tx }: Pick<Work, 'tx'>,
  engagementId: EngagementId,
): Promise<readonly Blocker[]> => {
  const onboarding = await onboardingOfEngagement(tx, engagementId)
  if (onboarding) return blockersOf({ tx }, onboarding)
  return contractorBlockers(tx, (await engagementOf(tx, engagementId)).contractorId)
}

/** Everything that keeps work from starting under the engagement of an onboarding. */
export const blockersOf = async ({ tx }: Pick<Work, 'tx'>, onboarding: Onboarding): Promise<readonly Blocker[]> => {
  const { contractorId, engagementId, stages } = onboarding
  const signatures = await agreementBlockers(tx, { contractorId, engagementId })
  // An agreement that a stage asks for is told by the stage, which may also have been waived.
  const ofStages = stages.flatMap(({ agreementId }) => agreementId ?? [])
  const others = signatures.filter(({ clears }) => !ofStages.some((id) => clears.path?.endsWith(id)))
  return [...(await contractorBlockers(tx, contractorId)), ...stepsMissing(onboarding), ...others]
}

const stepsMissing = (onboarding: Onboarding): readonly Blocker[] => {
  const { id, status, invitedAt, expiresAt, movedAt } = onboarding
  const page = `/onboardings/${id}`
  switch (status) {
    case 'completed':
      return []
    case 'in_progress':
      return onboarding.stages.filter(holdsUp).map((stage) => blockerOf(onboarding, stage))
    case 'invited':
      return [
        {
          code: 'onboarding.invited',
          sentence: 'The invitation is not accepted yet.',
          owner: 'contractor',
          since: invitedAt,
          by: expiresAt && dayIn('UTC', expiresAt),
          clears: { label: 'Invite again', path: page },
        },
      ]
    case 'invite_expired':
      return [
        {
          code: 'onboarding.invitation-expired',
          sentence: 'The invitation ran out before it was accepted.',
          owner: 'manager',
          since: movedAt,
          by: null,
          clears: { label: 'Invite again', path: page },
        },
      ]
    case 'declined':
    case 'withdrawn':
    case 'rejected':
      return [over(onboarding, status)]
  }
}

const endings = {
  declined: 'The contractor declined the invitation for this engagement.',
  withdrawn: 'The onboarding for this engagement was taken back.',
  rejected: 'The contractor was not taken on for this engagement.',
} as const

const over = ({ contractorId, movedAt }: Onboarding, status: keyof typeof endings): Blocker => ({
  code: `onboarding.${status}`,
  sentence: endings[status],
  owner: 'manager',
  since: movedAt,
  by: null,
  clears: { label: 'Invite for a new engagement', path: `/contractors/${contractorId}` },
})

const blockerOf = (onboarding: Onboarding, stage: Stage): Blocker => {
  const { sentence, label, code } = whatIsMissing(stage)
  const path =
    stage.waitsFor === 'contractor' ? pathInPortal(stage) : `/onboardings/${onboarding.id}?stage=${stage.id}`
  return {
    code: `onboarding.${code}`,
    sentence,
    owner: stage.waitsFor,
    since: stage.movedAt,
    by: stage.dueOn,
    clears: { label, path },
  }
}

type Missing = Readonly<{ code: string; sentence: string; label: string }>

/** The title is the organization's own, so the sentence stands around it whatever it says. */
const whatIsMissing = ({ plan, status, waitsFor, agreementId, reason }: Stage): Missing => {
  const { title } = plan
  if (status === 'rejected') return { code: 'stage-rejected', sentence: `“${title}” was rejected.`, label: 'See why' }
  if (status === 'submitted')
    return {
      code: 'stage-in-review',
      sentence: `“${title}” was handed in and has to be looked at.`,
      label: 'Look at it',
    }
  if (plan.kind === 'agreement' && waitsFor === 'legal')
    return {
      code: 'agreement-not-sent',
      sentence: `“${title}” waits to be sent. ${reason ?? ''}`.trim(),
      label: 'Send the agreement',
    }
  if (plan.kind === 'agreement' && agreementId === null)
    return {
      code: 'agreement-later',
      sentence: `“${title}” is sent once the details are there.`,
      label: 'See the details',
    }
  if (status === 'changes_requested')
    return { code: 'changes-requested', sentence: `Changes were asked for in “${title}”.`, label: `Change ${title}` }
  return { code: 'stage-open', sentence: `“${title}” is still to be done.`, label: title }
}

const pathInPortal = ({ id, agreementId }: Stage): string =>
  agreementId === null ? `/portal/onboarding?stage=${id}` : `/portal/agreements/${agreementId}`
