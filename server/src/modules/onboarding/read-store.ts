import { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { blockerOwners } from '#kernel/blocker.ts'
import { Instant, PlainDate } from '#kernel/dates.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import { PersonId } from '#kernel/ids.ts'
import { LinkId } from '#modules/access/contract.ts'
import { ContractorId, ContractorStatus, EngagementId } from '#modules/directory/contract.ts'
import { FileId } from '#modules/files/contract.ts'
import { LegalEntityId } from '#modules/organizations/contract.ts'
import { StagePlan } from './flows/contract.ts'
import { OnboardingFlowId, OnboardingId, OnboardingStageId } from './ids.ts'
import { mayReadOnboarding, type Onboarding } from './onboarding.ts'
import { OnboardingStatus, RequestedChange } from './onboarding-view.ts'
import { onboardingNotFound } from './problems.ts'
import { StageStatus } from './stage-status.ts'

const stageJson = `'id', s.id, 'position', s.position, 'plan', s.plan, 'status', s.status, 'waitsFor', s.waits_for,
  'dueOn', s.due_on, 'submittedAt', utc_text(s.submitted_at), 'decidedBy', s.decided_by,
  'decidedAt', utc_text(s.decided_at), 'reason', s.reason, 'changes', s.changes, 'agreementId', s.agreement_id,
  'fileId', s.file_id, 'fileName', f.name, 'reminders', s.reminders, 'movedAt', utc_text(s.moved_at),
  'version', s.version`

const statement = (name: string, which: string): Statement => ({
  name: `onboarding.${name}`,
  text: `select json_build_object('id', o.id, 'contractorId', o.contractor_id, 'contractorName', c.display_name,
      'contractorEmail', c.email, 'contractorStatus', c.status,
      'departmentId', c.department_id, 'departmentName', d.name, 'engagementId', o.engagement_id,
      'legalEntityId', e.legal_entity_id, 'legalEntityName', l.name, 'startsOn', e.starts_on, 'flowId', o.flow_id,
      'flowName', w.name, 'flowVersion', o.flow_version, 'status', o.status, 'email', o.email, 'message', o.message,
      'linkId', o.link_id, 'invitedBy', o.invited_by, 'invitedAt', utc_text(o.invited_at),
      'expiresAt', utc_text(o.expires_at), 'acceptedAt', utc_text(o.accepted_at),
      'completedAt', utc_text(o.completed_at), 'reason', o.reason, 'reminders', o.reminders,
      'movedAt', utc_text(o.moved_at), 'version', o.version, 'stages', (
        select coalesce(json_agg(json_build_object(${stageJson}) order by s.position), '[]')
        from onboarding_stages s
        left join files f on f.organization_id = s.organization_id and f.id = s.file_id
        where s.organization_id = o.organization_id and s.onboarding_id = o.id)
    ) as onboarding
    from onboardings o
    join contractors c on c.organization_id = o.organization_id and c.id = o.contractor_id
    join engagements e on e.organization_id = o.organization_id and e.id = o.engagement_id
    join legal_entities l on l.organization_id = e.organization_id and l.id = e.legal_entity_id
    join onboarding_flows w on w.organization_id = o.organization_id and w.id = o.flow_id
    left join departments d on d.organization_id = c.organization_id and d.id = c.department_id
    where o.organization_id = $1 and ${which}`,
})
const byId = statement('onboarding', 'o.id = $2')
const byEngagement = statement('of-engagement', 'o.engagement_id = $2')
export const mostOnboardings = 100
const byContractor = statement(
  'of-contractor',
  `o.contractor_id = $2 order by o.status = 'in_progress' desc, o.id desc limit ${mostOnboardings + 1}`,
)

const StoredStage = z.object({
  id: OnboardingStageId,
  position: z.int(),
  plan: StagePlan,
  status: StageStatus,
  waitsFor: z.enum(blockerOwners),
  dueOn: PlainDate.nullable(),
  submittedAt: Instant.nullable(),
  decidedBy: PersonId.nullable(),
  decidedAt: Instant.nullable(),
  reason: z.string().nullable(),
  changes: z.array(RequestedChange),
  agreementId: z.string().nullable(),
  fileId: FileId.nullable(),
  fileName: z.string().nullable(),
  reminders: z.int(),
  movedAt: Instant,
  version: z.int(),
})

const Stored = z.object({
  id: OnboardingId,
  contractorId: ContractorId,
  contractorName: z.string(),
  contractorEmail: z.string(),
  contractorStatus: ContractorStatus,
  departmentId: z.string().nullable(),
  departmentName: z.string().nullable(),
  engagementId: EngagementId,
  legalEntityId: LegalEntityId,
  legalEntityName: z.string(),
  startsOn: PlainDate,
  flowId: OnboardingFlowId,
  flowName: z.string(),
  flowVersion: z.int(),
  status: OnboardingStatus,
  email: z.string(),
  message: z.string(),
  linkId: LinkId.nullable(),
  invitedBy: PersonId,
  invitedAt: Instant,
  expiresAt: Instant.nullable(),
  acceptedAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  reason: z.string().nullable(),
  reminders: z.int(),
  movedAt: Instant,
  version: z.int(),
  stages: z.array(StoredStage),
})
type Row = Readonly<{ onboarding: z.input<typeof Stored> }>

const found = async (tx: Tx, how: Statement, id: string): Promise<readonly Onboarding[]> =>
  (await tx.named<Row>(how, [tx.organizationId, id])).map(({ onboarding }) => Stored.decode(onboarding))

export const onboardingOf = async (tx: Tx, onboardingId: OnboardingId): Promise<Onboarding> => {
  const [onboarding] = await found(tx, byId, onboardingId)
  if (!onboarding) throw onboardingNotFound({ onboardingId })
  return onboarding
}

/** That of an engagement; undefined for one that was opened by hand. */
export const onboardingOfEngagement = async (tx: Tx, engagementId: string): Promise<Onboarding | undefined> =>
  (await found(tx, byEngagement, engagementId))[0]

/** Those of a contractor: what is under way first, then the newest. */
export const onboardingsOf = (tx: Tx, contractorId: string): Promise<readonly Onboarding[]> =>
  found(tx, byContractor, contractorId)

export const onboardingFor = async (actor: Actor, tx: Tx, onboardingId: OnboardingId): Promise<Onboarding> => {
  const onboarding = await onboardingOf(tx, onboardingId)
  if (!mayReadOnboarding(actor, onboarding)) throw onboardingNotFound({ onboardingId })
  return onboarding
}
