import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { Search } from '#kernel/background/schedule.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import type { PersonId } from '#kernel/ids.ts'
import { stale } from '#kernel/problem.ts'
import type { LinkId } from '#modules/access/contract.ts'
import type { ContractorId, EngagementId } from '#modules/directory/contract.ts'
import type { StagePlan } from './flows/contract.ts'
import { type OnboardingFlowId, OnboardingId, type OnboardingStageId } from './ids.ts'
import { isOwn, mayReadOnboarding, type Onboarding } from './onboarding.ts'
import type { RequestedChange } from './onboarding-view.ts'
import { alreadyInvited, onboardingNotFound, stageNotFound } from './problems.ts'
import { onboardingOf } from './read-store.ts'
import type { Stage } from './stage.ts'
import type { OnboardingTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<OnboardingTables>()

const lock: Statement = {
  name: 'onboarding.lock',
  text: 'select id from onboardings where organization_id = $1 and id = $2 for update',
}

/** Holds the onboarding, and with it all its stages, until the commit: whoever changes a stage comes through here. */
export const holdOnboarding = async (tx: Tx, onboardingId: OnboardingId): Promise<Onboarding> => {
  // Locked by a statement of its own: the stages read by the next one are then as whoever came before left them.
  await tx.named(lock, [tx.organizationId, onboardingId])
  return onboardingOf(tx, onboardingId)
}

export const lockOnboarding = async (
  actor: Actor,
  tx: Tx,
  { onboardingId, version }: Readonly<{ onboardingId: OnboardingId; version: number }>,
): Promise<Onboarding> => {
  const onboarding = await holdOnboarding(tx, onboardingId)
  if (!mayReadOnboarding(actor, onboarding)) throw onboardingNotFound({ onboardingId })
  if (onboarding.version !== version) throw stale({ currentVersion: onboarding.version })
  return onboarding
}

export type Placed = Readonly<{ onboarding: Onboarding; stage: Stage }>

/** A stage with the onboarding around it, held until the commit. Out of reach is not there. */
export const lockStage = async (
  actor: Actor,
  tx: Tx,
  { stageId, version }: Readonly<{ stageId: OnboardingStageId; version: number }>,
): Promise<Placed> => {
  const row = await db(tx)
    .selectFrom('onboarding_stages')
    .select('onboarding_id')
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', stageId)
    .executeTakeFirst()
  if (!row) throw stageNotFound({ stageId })
  const onboarding = await holdOnboarding(tx, OnboardingId.parse(row.onboarding_id))
  const stage = onboarding.stages.find(({ id }) => id === stageId)
  if (!stage || !(mayReadOnboarding(actor, onboarding) || isOwn(actor, onboarding))) throw stageNotFound({ stageId })
  if (stage.version !== version) throw stale({ currentVersion: stage.version })
  return { onboarding, stage }
}

export type NewOnboarding = Readonly<{
  id: OnboardingId
  contractorId: ContractorId
  engagementId: EngagementId
  flowId: OnboardingFlowId
  flowVersion: number
  email: string
  message: string
  invitedBy: PersonId
  now: Date
  stages: readonly Stage[]
}> &
  (
    | Readonly<{ status: 'invited'; linkId: LinkId; expiresAt: Date }>
    | Readonly<{ status: 'in_progress'; linkId: null; expiresAt: null }>
  )

export const insertOnboarding = async (tx: Tx, onboarding: NewOnboarding): Promise<void> => {
  const { now } = onboarding
  await db(tx)
    .insertInto('onboardings')
    .values({
      organization_id: tx.organizationId,
      id: onboarding.id,
      contractor_id: onboarding.contractorId,
      engagement_id: onboarding.engagementId,
      flow_id: onboarding.flowId,
      flow_version: onboarding.flowVersion,
      status: onboarding.status,
      email: onboarding.email,
      message: onboarding.message,
      link_id: onboarding.linkId,
      invited_by: onboarding.invitedBy,
      invited_at: now,
      expires_at: onboarding.expiresAt,
      accepted_at: onboarding.status === 'in_progress' ? now : null,
      moved_at: now,
    })
    .execute()
    .catch(refusing('one_onboarding_of_an_engagement', alreadyInvited))
  await db(tx)
    .insertInto('onboarding_stages')
    .values(
      onboarding.stages.map((stage) => ({
        organization_id: tx.organizationId,
        id: stage.id,
        onboarding_id: onboarding.id,
        position: stage.position,
        plan: sql<StagePlan>`${JSON.stringify(stage.plan)}::jsonb`,
        ...stageColumnsOf(stage),
      })),
    )
    .execute()
}

export const saveOnboarding = async (tx: Tx, onboarding: Onboarding): Promise<void> => {
  await db(tx)
    .updateTable('onboardings')
    .set({
      status: onboarding.status,
      email: onboarding.email,
      link_id: onboarding.linkId,
      invited_at: onboarding.invitedAt,
      expires_at: onboarding.expiresAt,
      accepted_at: onboarding.acceptedAt,
      completed_at: onboarding.completedAt,
      reason: onboarding.reason,
      reminders: onboarding.reminders,
      moved_at: onboarding.movedAt,
      version: onboarding.version + 1,
    })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', onboarding.id)
    .execute()
}

export const saveStage = async (tx: Tx, stage: Stage): Promise<void> => {
  await db(tx)
    .updateTable('onboarding_stages')
    .set({ ...stageColumnsOf(stage), version: stage.version + 1 })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', stage.id)
    .execute()
}

const stageColumnsOf = (stage: Stage) => ({
  status: stage.status,
  waits_for: stage.waitsFor,
  due_on: stage.dueOn,
  submitted_at: stage.submittedAt,
  decided_by: stage.decidedBy,
  decided_at: stage.decidedAt,
  reason: stage.reason,
  changes: sql<RequestedChange[]>`${JSON.stringify(stage.changes)}::jsonb`,
  agreement_id: stage.agreementId,
  file_id: stage.fileId,
  reminders: stage.reminders,
  moved_at: stage.movedAt,
})

const waiting: Statement = {
  name: 'onboarding.waiting',
  text: `select o.id from onboardings o
    where o.organization_id = $1 and (
      (o.status = 'invited' and (o.expires_at <= $2
        or (select count(*) from unnest($3::timestamptz[]) as quiet where o.invited_at <= quiet) > o.reminders))
      or (o.status = 'in_progress' and exists (
        select from onboarding_stages s where s.organization_id = o.organization_id and s.onboarding_id = o.id
          and s.status in ('open', 'changes_requested') and s.waits_for = 'contractor'
          and (select count(*) from unnest($3::timestamptz[]) as quiet where s.moved_at <= quiet) > s.reminders)))
      and o.id <> all ($4::uuid[])
    order by o.id limit $5`,
}

export const whoseOnboardingsWait: Statement = {
  name: 'onboarding.who-has-waiting-onboardings',
  text: 'select organizations_with_waiting_onboardings($1, $2) as id',
}

type Waiting = Search & Readonly<{ now: Date; quietSince: readonly Date[] }>

/** Invitations whose time is over, and what has been quiet for longer than it was brought to mind, the oldest first. */
export const waitingOnboardingIds = async (
  tx: Tx,
  { now, quietSince, except, atMost }: Waiting,
): Promise<readonly string[]> => {
  const rows = await tx.named<{ id: string }>(waiting, [tx.organizationId, now, quietSince, except, atMost])
  return rows.map(({ id }) => id)
}

// No new version: a reminder is no change that somebody's open page would have to be loaded again for.
export const markStageReminded = async (tx: Tx, id: OnboardingStageId, reminders: number): Promise<void> => {
  await db(tx)
    .updateTable('onboarding_stages')
    .set({ reminders })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}

export const markInvitationReminded = async (tx: Tx, id: OnboardingId, reminders: number): Promise<void> => {
  await db(tx)
    .updateTable('onboardings')
    .set({ reminders })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .execute()
}
