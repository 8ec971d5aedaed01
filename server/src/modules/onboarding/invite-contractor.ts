import { mayIn } from '#kernel/actor.ts'
import { command, type Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { makeLink } from '#modules/access/index.ts'
import type { ContractorStatus } from '#modules/directory/contract.ts'
import { type Contractor, contractorFor, moveContractorTo, openEngagement } from '#modules/directory/index.ts'
import { todayOf } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { contractorInvited, onboardingOpened } from './events.ts'
import { flowFor } from './flows/default-flow.ts'
import type { Flow } from './flows/flow.ts'
import { flowOf } from './flows/store.ts'
import { OnboardingId, OnboardingStageId } from './ids.ts'
import { endOfInvitation, factsOf, mayInvite } from './onboarding.ts'
import { inviteContractors } from './permissions.ts'
import { alreadyInvited, contractorBusy, startHasPassed } from './problems.ts'
import { onboardingOf } from './read-store.ts'
import { settleStages } from './settle-stages.ts'
import { stageOf, start } from './stage.ts'
import { insertOnboarding } from './store.ts'
import { viewOfOnboarding } from './view-of-onboarding.ts'

/** Who has to be let in first, and who is in the portal already and only gets new stages. */
const byInvitation: readonly ContractorStatus[] = ['draft', 'ended', 'declined', 'withdrawn', 'archived']
const inPortal: readonly ContractorStatus[] = ['onboarding', 'ready', 'active', 'paused']

export const inviteContractor = command(contract.inviteContractor)({
  load: ({ tx, actor }, { contractorId }) => contractorFor(actor, tx, contractorId),
  allow: (actor, contractor, { departmentId }) =>
    mayInvite(actor, contractor) && mayIn(actor, inviteContractors, departmentId ?? contractor.departmentId),
  run: async (work, contractor, { flowId, message, ...terms }) => {
    const { tx, newId } = work
    const isNew = byInvitation.includes(contractor.status)
    if (!isNew) holdInPortal(contractor)
    const today = await todayOf(work)
    if (terms.startsOn < today) throw startHasPassed(firstDay)
    const { flow, events: flowEvents } = flowId
      ? { flow: await flowOf(tx, flowId), events: [] }
      : await flowFor(work, contractor.typeId)
    const { engagement, event: engagementOpened } = await openEngagement(work, terms)
    const begun = { id: newId(OnboardingId), engagementId: engagement.id, flow, contractor, message }
    const events = isNew ? await invite(work, begun) : await open(work, begun)
    return {
      result: await viewOfOnboarding(work, await onboardingOf(tx, begun.id)),
      events: [engagementOpened, ...flowEvents, ...events],
    }
  },
})

const holdInPortal = ({ status: contractorStatus }: Contractor): void => {
  if (contractorStatus === 'invited' || contractorStatus === 'invite_expired')
    throw alreadyInvited({ contractorStatus })
  if (!inPortal.includes(contractorStatus)) throw contractorBusy({ contractorStatus })
}

const firstDay = { errors: [{ pointer: '#/startsOn', detail: 'Choose today or a later day.' }] }

type Begun = Readonly<{
  id: OnboardingId
  engagementId: contract.OnboardingView['engagementId']
  flow: Flow
  contractor: Contractor
  message: string
}>

const rowOf = (work: Work, { id, engagementId, flow, contractor, message }: Begun) => ({
  id,
  contractorId: contractor.id,
  engagementId,
  flowId: flow.id,
  flowVersion: flow.version,
  email: contractor.email,
  message,
  invitedBy: work.actor.personId,
  now: work.now,
  stages: flow.stages.map((plan, position) => stageOf(work.newId(OnboardingStageId), position, plan, work.now)),
})

const invite = async (work: Work, begun: Begun): Promise<readonly DomainEvent[]> => {
  const { tx, now } = work
  const link = await makeLink(work, 'portal-invitation', begun.id)
  const expiresAt = endOfInvitation(now, link.expiresAt)
  const { linkId } = link
  await insertOnboarding(tx, { ...rowOf(work, begun), status: 'invited', linkId, expiresAt })
  const moved = await moveContractorTo(work, begun.contractor.id, 'invited', 'an invitation was sent')
  const facts = factsOf(await onboardingOf(tx, begun.id))
  return [moved, contractorInvited({ ...facts, linkId, expiresAt, again: false })]
}

/** Nothing to accept: the stages wait in the portal, and what is still valid from before is not asked for again. */
const open = async (work: Work, begun: Begun): Promise<readonly DomainEvent[]> => {
  const { tx, now } = work
  const today = await todayOf(work)
  const row = rowOf(work, begun)
  const stages = row.stages.map((stage) => start(stage, { now, today }))
  await insertOnboarding(tx, { ...row, stages, status: 'in_progress', linkId: null, expiresAt: null })
  const opened = onboardingOpened(factsOf(await onboardingOf(tx, begun.id)))
  return [opened, ...(await settleStages(work, begun.id, { reuse: true }))]
}
