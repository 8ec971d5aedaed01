import { z } from 'zod'
import { Blocker, blockerOwners } from '#kernel/blocker.ts'
import { Instant, PlainDate } from '#kernel/dates.ts'
import { PersonId } from '#kernel/ids.ts'
import { ContractorId, ContractorStatus, EngagementId } from '#modules/directory/contract.ts'
import { FileId } from '#modules/files/contract.ts'
import { DepartmentId, LegalEntityId } from '#modules/organizations/contract.ts'
import { DataField, stageKinds } from './flows/contract.ts'
import { OnboardingFlowId, OnboardingId, OnboardingStageId } from './ids.ts'
import { StageStatus } from './stage-status.ts'

export const onboardingStatuses = [
  'invited',
  'in_progress',
  'completed',
  'invite_expired',
  'declined',
  'withdrawn',
  'rejected',
] as const
export const OnboardingStatus = z.enum(onboardingStatuses)
export type OnboardingStatus = z.output<typeof OnboardingStatus>

/** The columns of the board: where an onboarding stands; while it is in progress, by what its stages wait for. */
export const boardStates = [
  'invited',
  'open',
  'changes_requested',
  'submitted',
  'completed',
  'invite_expired',
  'declined',
  'withdrawn',
  'rejected',
] as const
export const BoardState = z.enum(boardStates)
export type BoardState = z.output<typeof BoardState>

/** What a reviewer wants mended: a field of the stage and a note to the contractor. */
export const RequestedChange = z.object({ field: z.string(), note: z.string() })
export type RequestedChange = z.output<typeof RequestedChange>

export const StageView = z.object({
  id: OnboardingStageId,
  key: z.string(),
  kind: z.enum(stageKinds),
  title: z.string(),
  why: z.string(),
  minutes: z.int(),
  required: z.boolean(),
  description: z.string().nullable().describe('Which document it is'),
  isProtected: z.boolean().describe('The document is opened by owner, legal and finance only, who say why'),
  fields: z.array(DataField).describe('What a data stage asks for'),
  missing: z.array(DataField).describe('Of these, what is not filled in'),
  status: StageStatus,
  waitsFor: z.enum(blockerOwners).describe('Whose move it is; nobody when it is settled'),
  since: Instant,
  dueOn: PlainDate.nullable(),
  submittedAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: PersonId.nullable(),
  decidedByName: z.string().nullable(),
  reason: z.string().nullable(),
  changes: z.array(RequestedChange),
  agreementId: z.uuid().nullable(),
  templateId: z.uuid().nullable().describe('What is sent next; null where nothing is to be sent or no template fits'),
  fileId: FileId.nullable(),
  fileName: z.string().nullable(),
  version: z.int(),
  can: z.object({
    approve: z.boolean(),
    requestChanges: z.boolean(),
    reject: z.boolean(),
    waive: z.boolean(),
    sendAgreement: z.boolean(),
  }),
})
export type StageView = z.output<typeof StageView>

export const OnboardingRow = z.object({
  id: OnboardingId,
  contractorId: ContractorId,
  contractorName: z.string(),
  departmentId: DepartmentId.nullable(),
  departmentName: z.string().nullable(),
  engagementId: EngagementId,
  legalEntityName: z.string(),
  startsOn: PlainDate,
  status: OnboardingStatus,
  state: BoardState,
  waitsFor: z.enum(blockerOwners),
  since: Instant,
  dueOn: PlainDate.nullable(),
  settled: z.int().describe('Stages that are done with'),
  stages: z.int(),
})
export type OnboardingRow = z.output<typeof OnboardingRow>

export const OnboardingView = OnboardingRow.omit({ stages: true }).extend({
  contractorStatus: ContractorStatus,
  legalEntityId: LegalEntityId,
  flowId: OnboardingFlowId,
  flowName: z.string(),
  flowVersion: z.int(),
  email: z.string().describe('Where the invitation went'),
  message: z.string(),
  invitedBy: PersonId,
  invitedByName: z.string().nullable(),
  invitedAt: Instant,
  expiresAt: Instant.nullable(),
  acceptedAt: Instant.nullable(),
  completedAt: Instant.nullable(),
  reason: z.string().nullable(),
  stages: z.array(StageView),
  blockers: z.array(Blocker).describe('Why work may not start'),
  version: z.int(),
  can: z.object({ inviteAgain: z.boolean(), showLink: z.boolean(), withdraw: z.boolean() }),
})
export type OnboardingView = z.output<typeof OnboardingView>
