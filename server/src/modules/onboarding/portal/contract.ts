import { z } from 'zod'
import { Blocker } from '#kernel/blocker.ts'
import { Instant, PlainDate } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { wholeListOf } from '#kernel/page.ts'
import { whileEngaged } from '#kernel/standing.ts'
import { FileId } from '#modules/files/contract.ts'
import { DataField, stageKinds } from '#modules/onboarding/flows/contract.ts'
import { OnboardingId, OnboardingStageId } from '#modules/onboarding/ids.ts'
import { StageStatus } from '#modules/onboarding/stage-status.ts'

/** Whose move it is, as the contractor reads it. `later` is theirs once something before it is done. */
export const moves = ['yours', 'ours', 'later', 'nobody'] as const

export const MyStageView = z.object({
  id: OnboardingStageId,
  key: z.string(),
  kind: z.enum(stageKinds),
  title: z.string(),
  why: z.string(),
  minutes: z.int(),
  required: z.boolean(),
  description: z.string().nullable(),
  isProtected: z.boolean().describe('The document is opened by owner, legal and finance only, who say why'),
  fields: z.array(DataField),
  missing: z.array(DataField),
  status: StageStatus,
  move: z.enum(moves),
  since: Instant,
  dueOn: PlainDate.nullable(),
  reason: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), note: z.string() })),
  agreementId: z.uuid().nullable(),
  fileId: FileId.nullable(),
  fileName: z.string().nullable(),
  version: z.int(),
  can: z.object({ submit: z.boolean() }),
})
export type MyStageView = z.output<typeof MyStageView>

export const MyOnboardingView = z.object({
  id: OnboardingId,
  programmeName: z.string(),
  legalEntityName: z.string(),
  startsOn: PlainDate,
  status: z.enum(['in_progress', 'completed', 'declined', 'withdrawn', 'rejected']),
  message: z.string(),
  stages: z.array(MyStageView),
  /** The stage to go on with; null when nothing is for the contractor to do. */
  nextStageId: OnboardingStageId.nullable(),
  settled: z.int(),
  minutesLeft: z.int().describe('For what is still for the contractor to do'),
  blockers: z.array(Blocker).describe('Why work may not start, whosever move it is'),
})
export type MyOnboardingView = z.output<typeof MyOnboardingView>

export const viewMyOnboarding = endpoint({
  name: 'onboarding.view-mine',
  method: 'GET',
  path: '/portal/onboarding',
  summary: 'The map of what the signed-in contractor still has to do, and of what is with the organization',
  input: z.strictObject({}),
  output: wholeListOf(MyOnboardingView.describe('Those under way first, then the newest')),
})

const oneStage = { stageId: OnboardingStageId, version: z.int().positive() }

export const submitData = endpoint({
  name: 'onboarding.submit-data',
  method: 'POST',
  path: '/portal/onboarding/stages/:stageId/submission',
  summary: 'Hand in a data stage; the fields themselves are kept by the profile and the payee',
  inPortal: whileEngaged,
  input: z.strictObject(oneStage),
  output: MyOnboardingView,
})

export const submitDocument = endpoint({
  name: 'onboarding.submit-document',
  method: 'POST',
  path: '/portal/onboarding/stages/:stageId/document',
  summary: 'Hand in an uploaded file as the document that a stage asks for',
  inPortal: whileEngaged,
  input: z.strictObject({ ...oneStage, fileId: FileId }),
  output: MyOnboardingView,
})
