import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { event } from '#kernel/event.ts'
import { LinkId } from '#modules/access/contract.ts'
import { ContractorId, ContractorTypeId, EngagementId } from '#modules/directory/contract.ts'
import { OnboardingFlowId, OnboardingId, OnboardingStageId } from './ids.ts'

const flow = { flowId: OnboardingFlowId, name: z.string() }
export const flowAdded = event(
  'onboarding.flow-added',
  'made the onboarding flow {name}',
  z.object({ ...flow, contractorTypeId: ContractorTypeId.nullable() }),
)
export const flowChanged = event(
  'onboarding.flow-changed',
  'made version {version} of the onboarding flow {name}',
  z.object({ ...flow, version: z.int() }),
)

const onboarding = {
  onboardingId: OnboardingId,
  contractorId: ContractorId,
  engagementId: EngagementId,
  displayName: z.string(),
}

/** No token and no address: whoever writes the mail makes the link from its id (`linkAddress`). */
export const contractorInvited = event(
  'onboarding.contractor-invited',
  'invited {displayName}',
  z.object({ ...onboarding, linkId: LinkId, expiresAt: Instant, again: z.boolean() }),
)
export const portalLinkShown = event(
  'onboarding.invitation-link-shown',
  'looked at the link of an invitation of their own',
  z.object({ onboardingId: OnboardingId, contractorId: ContractorId, linkId: LinkId }),
)
/** For somebody who is in the portal already: nothing has to be accepted, the stages wait there. */
export const onboardingOpened = event(
  'onboarding.opened',
  'asked {displayName} for what a new engagement needs',
  z.object(onboarding),
)
export const invitationAccepted = event(
  'onboarding.invitation-accepted',
  'noted that {displayName} accepted the invitation',
  z.object(onboarding),
)
export const invitationDeclined = event(
  'onboarding.invitation-declined',
  'noted that {displayName} declined the invitation: {reason}',
  z.object({ ...onboarding, reason: z.string() }),
)
export const invitationExpired = event(
  'onboarding.invitation-expired',
  'closed the invitation of {displayName}, which ran out',
  z.object(onboarding),
)
export const onboardingWithdrawn = event(
  'onboarding.withdrawn',
  'took back the onboarding of {displayName}: {reason}',
  z.object({ ...onboarding, reason: z.string() }),
)
export const onboardingRejected = event(
  'onboarding.rejected',
  'rejected {displayName}: {reason}',
  z.object({ ...onboarding, reason: z.string() }),
)
export const onboardingCompleted = event(
  'onboarding.completed',
  'completed the onboarding of {displayName}',
  z.object(onboarding),
)

const stage = {
  stageId: OnboardingStageId,
  onboardingId: OnboardingId,
  contractorId: ContractorId,
  title: z.string(),
}
export const agreementAsked = event(
  'onboarding.agreement-asked',
  'sent the agreement of the stage {title}',
  z.object({ ...stage, agreementId: z.uuid() }),
)
/** Sending failed for a reason that a member has to settle; the stage says which. */
export const agreementHeld = event(
  'onboarding.agreement-held',
  'could not send the agreement of the stage {title}: {reason}',
  z.object({ ...stage, reason: z.string() }),
)
export const stageSubmitted = event('onboarding.stage-submitted', 'handed in {title}', z.object(stage))
export const stageReopened = event('onboarding.stage-reopened', 'asked for {title} after all', z.object(stage))
export const stageApproved = event(
  'onboarding.stage-approved',
  'approved {title}',
  z.object({ ...stage, reused: z.boolean().describe('By what was still valid from before') }),
)
/** Names the fields; the notes are for the contractor and stay with the stage. */
export const changesRequested = event(
  'onboarding.changes-requested',
  'asked for changes of {fields} in {title}',
  z.object({ ...stage, fields: z.array(z.string()) }),
)
export const stageRejected = event(
  'onboarding.stage-rejected',
  'rejected {title}: {reason}',
  z.object({ ...stage, reason: z.string() }),
)
export const stageWaived = event(
  'onboarding.stage-waived',
  'did without {title}: {reason}',
  z.object({ ...stage, reason: z.string() }),
)

/** For whoever writes mails: what has been waiting for the contractor for this long. */
export const reminderDue = event(
  'onboarding.reminder-due',
  'noticed that {displayName} has kept {titles} waiting for {days} days',
  z.object({ ...onboarding, titles: z.array(z.string()), days: z.int() }),
)
export const invitationReminderDue = event(
  'onboarding.invitation-reminder-due',
  'noticed that {displayName} has not answered the invitation for {days} days',
  z.object({ ...onboarding, linkId: LinkId, days: z.int() }),
)
