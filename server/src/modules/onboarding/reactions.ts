import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { on } from '#kernel/reaction.ts'
import {
  agreementCompleted,
  agreementDeclined,
  agreementExpired,
  agreementSent,
  agreementSigned,
  agreementSuperseded,
  agreementVoided,
} from '#modules/agreements/index.ts'
import type { ContractorStatus } from '#modules/directory/contract.ts'
import { contractorBanned, contractorChanged, contractorMoved, engagementEnded } from '#modules/directory/index.ts'
import { organizationCreated } from '#modules/organizations/index.ts'
import {
  payoutMethodActivated,
  payoutMethodCancelled,
  payoutMethodRejected,
  payoutMethodRequested,
  payoutMethodVerified,
} from '#modules/payees/index.ts'
import { w9Signed } from '#modules/tax/index.ts'
import { endOnboarding } from './end-onboarding.ts'
import { invitationAccepted, onboardingOpened, stageSubmitted } from './events.ts'
import { ensureDefaultFlow } from './flows/default-flow.ts'
import type { OnboardingId } from './ids.ts'
import { inviteAnew } from './invite-again.ts'
import { isOpen } from './onboarding.ts'
import type { OnboardingStatus } from './onboarding-view.ts'
import { onboardingsOf } from './read-store.ts'
import { linkSentAgreement, sendDueAgreements } from './send-agreements.ts'
import { settleStages } from './settle-stages.ts'
import { holdOnboarding } from './store.ts'

/** Brings every onboarding of a contractor up to what is on file now. */
const settle = async (
  work: Work,
  { contractorId }: Readonly<{ contractorId: string }>,
): Promise<readonly DomainEvent[]> => {
  const open = (await onboardingsOf(work.tx, contractorId)).filter(({ status }) => status === 'in_progress')
  const events: DomainEvent[] = []
  for (const { id } of open) events.push(...(await settleStages(work, id, { reuse: false })))
  return events
}

const send = (work: Work, { onboardingId }: Readonly<{ onboardingId: OnboardingId }>) =>
  sendDueAgreements(work, onboardingId)

/** The states in which nobody is being onboarded any more. */
const over: readonly ContractorStatus[] = ['ended', 'archived', 'declined', 'withdrawn', 'rejected']

export const onboardingReactions = [
  on(organizationCreated, 'onboarding.make-default-flow', ensureDefaultFlow),

  on(w9Signed, 'onboarding.settle-tax-form', settle),
  on(payoutMethodRequested, 'onboarding.settle-requested-account', settle),
  on(payoutMethodVerified, 'onboarding.settle-verified-account', settle),
  on(payoutMethodActivated, 'onboarding.settle-active-account', settle),
  on(payoutMethodRejected, 'onboarding.settle-rejected-account', settle),
  on(payoutMethodCancelled, 'onboarding.settle-cancelled-account', settle),
  on(agreementSigned, 'onboarding.settle-signed-agreement', settle),
  on(agreementCompleted, 'onboarding.settle-completed-agreement', settle),
  on(agreementDeclined, 'onboarding.settle-declined-agreement', settle),
  on(agreementVoided, 'onboarding.settle-voided-agreement', settle),
  on(agreementExpired, 'onboarding.settle-expired-agreement', settle),
  on(agreementSuperseded, 'onboarding.settle-superseded-agreement', settle),
  on(agreementSent, 'onboarding.link-sent-agreement', linkSentAgreement),

  on(invitationAccepted, 'onboarding.send-agreements-at-start', send),
  on(onboardingOpened, 'onboarding.send-agreements-to-known', send),
  on(stageSubmitted, 'onboarding.send-agreements-after-data', send),

  // Another country may ask for another form; another address must not leave the old one with a link that works.
  on(contractorChanged, 'onboarding.follow-profile', async (work, { contractorId, fields }) => {
    const settled = fields.includes('country') ? await settle(work, { contractorId }) : []
    if (!fields.includes('email')) return settled
    const [invited] = (await onboardingsOf(work.tx, contractorId)).filter(({ status }) => status === 'invited')
    return invited ? [...settled, ...(await inviteAnew(work, await holdOnboarding(work.tx, invited.id)))] : settled
  }),
  // Who is under way is for people to decide about; a door that nobody has come through yet is shut.
  on(contractorBanned, 'onboarding.end-invitation-of-banned', async (work, { contractorId }) =>
    endOpen(work, contractorId, { reason: 'the invitation was taken back', only: ['invited', 'invite_expired'] }),
  ),
  on(contractorMoved, 'onboarding.end-with-contractor', async (work, { contractorId, to, reason }) =>
    over.includes(to) ? endOpen(work, contractorId, { reason }) : [],
  ),
  on(engagementEnded, 'onboarding.end-with-engagement', async (work, { contractorId, engagementId, reason }) =>
    endOpen(work, contractorId, { reason, engagementId }),
  ),
]

type Ending = Readonly<{ reason: string; engagementId?: string; only?: readonly OnboardingStatus[] }>

const endOpen = async (
  work: Work,
  contractorId: string,
  { reason, engagementId, only }: Ending,
): Promise<readonly DomainEvent[]> => {
  const events: DomainEvent[] = []
  for (const { id } of await onboardingsOf(work.tx, contractorId)) {
    const onboarding = await holdOnboarding(work.tx, id)
    if (!isOpen(onboarding) || (engagementId ?? onboarding.engagementId) !== onboarding.engagementId) continue
    if (only && !only.includes(onboarding.status)) continue
    events.push(...(await endOnboarding(work, onboarding, { to: 'withdrawn', reason })))
  }
  return events
}
