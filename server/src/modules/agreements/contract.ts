import { z } from 'zod'
import { Blocker } from '#kernel/blocker.ts'
import { GivenDay, Instant, PlainDate } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { DownloadOutput } from '#kernel/file-answer.ts'
import { listOf, pageInput, pageOf } from '#kernel/page.ts'
import { untilSettled } from '#kernel/standing.ts'
import { paragraphs } from '#kernel/text.ts'
import { ContractorId, EngagementId } from '#modules/directory/contract.ts'
import { AgreementId, AgreementTemplateId } from './ids.ts'
import { ConsentView, SignatureGiven, SignatureView } from './signing/contract.ts'
import { AgreementKind } from './templates/contract.ts'

export * from './signing/contract.ts'
export * from './templates/contract.ts'
export * from './verify/contract.ts'
export { AgreementId, AgreementTemplateId }

export const agreementStatuses = [
  'draft',
  'sent',
  'viewed',
  'partially_signed',
  'completed',
  'declined',
  'voided',
  'expired',
  'superseded',
] as const
export const AgreementStatus = z.enum(agreementStatuses)
export type AgreementStatus = z.output<typeof AgreementStatus>

export const AgreementRun = z.object({ text: z.string(), strong: z.boolean().optional() })
export type AgreementRun = z.output<typeof AgreementRun>

export const AgreementBlock = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: z.array(AgreementRun),
  }),
  z.object({ kind: z.literal('paragraph'), text: z.array(AgreementRun) }),
  z.object({
    kind: z.literal('list'),
    ordered: z.boolean(),
    start: z.int(),
    items: z.array(z.array(AgreementRun)),
  }),
])
export type AgreementBlock = z.output<typeof AgreementBlock>

export const AgreementParty = z.object({ role: z.string(), name: z.string(), details: z.array(z.string()) })
export type AgreementParty = z.output<typeof AgreementParty>

/** What people read and agree to. Its SHA-256 stands on every page of the document. */
export const AgreementContent = z.object({
  title: z.string(),
  paper: z.enum(['us-letter', 'a4']),
  parties: z.array(AgreementParty),
  blocks: z.array(AgreementBlock),
})
export type AgreementContent = z.output<typeof AgreementContent>

const reasonGiven = paragraphs(500).min(3, 'Say why in a few words.')

/** What is filled in by hand, by the name it has in the template. */
export const AgreementFields = z.record(
  z.string().max(60),
  z
    .string()
    .max(1_000, 'Keep it under 1,000 characters.')
    .overwrite((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim()),
)
export type AgreementFields = z.output<typeof AgreementFields>

export const AgreementRow = z.object({
  id: AgreementId,
  title: z.string(),
  kind: AgreementKind,
  status: AgreementStatus,
  contractorId: ContractorId,
  contractorName: z.string(),
  engagementId: EngagementId.nullable(),
  counterSignature: z.boolean(),
  sentAt: Instant.nullable(),
  expiresOn: PlainDate.nullable(),
  completedAt: Instant.nullable(),
  movedAt: Instant,
})
export type AgreementRow = z.output<typeof AgreementRow>

const detail = {
  ...AgreementRow.shape,
  content: AgreementContent.describe('Of a draft: as it would read now'),
  contentHash: z.string().nullable().describe('SHA-256 of the text, set when it is sent'),
  signatures: z.array(SignatureView),
  viewedAt: Instant.nullable(),
  reason: z.string().nullable().describe('Why it was declined or voided'),
  consent: ConsentView.nullable().describe('What has to be agreed to in order to sign, while somebody can'),
  hasDocument: z.boolean(),
  sealedSha256: z.string().nullable().describe('Of the sealed document'),
  version: z.int(),
}

export const AgreementView = z.object({
  ...detail,
  templateId: AgreementTemplateId,
  templateVersion: z.int(),
  replacesId: AgreementId.nullable(),
  fields: AgreementFields,
  missing: z
    .array(z.object({ pointer: z.string(), detail: z.string() }))
    .describe('What keeps a draft from being sent'),
  blockers: z.array(Blocker),
  can: z.object({ change: z.boolean(), send: z.boolean(), sign: z.boolean(), void: z.boolean() }),
})
export type AgreementView = z.output<typeof AgreementView>

export const MyAgreementView = z.object({
  ...detail,
  can: z.object({ sign: z.boolean(), decline: z.boolean() }),
})
export type MyAgreementView = z.output<typeof MyAgreementView>

const changed = { agreementId: AgreementId, version: z.int().positive() }
const listed = { status: listOf(AgreementStatus).optional(), ...pageInput }

export const listAgreements = endpoint({
  name: 'agreements.list-agreements',
  method: 'GET',
  path: '/agreements',
  summary: 'Agreements, newest first',
  input: z.strictObject({
    ...listed,
    search: z.string().trim().max(100).optional(),
    contractorId: ContractorId.optional(),
    engagementId: EngagementId.optional(),
  }),
  output: pageOf(AgreementRow),
})

export const viewAgreement = endpoint({
  name: 'agreements.view-agreement',
  method: 'GET',
  path: '/agreements/:agreementId',
  summary: 'One agreement with its text, its signatures and what it waits for',
  input: z.strictObject({ agreementId: AgreementId }),
  output: AgreementView,
})

const drafted = {
  fields: AgreementFields.default({}),
  replacesId: AgreementId.nullable().default(null).describe('A completed agreement that this one takes the place of'),
}

export const draftAgreement = endpoint({
  name: 'agreements.draft-agreement',
  method: 'POST',
  path: '/agreements',
  summary: 'Draft an agreement from a template, to look at it before it is sent',
  input: z.strictObject({
    templateId: AgreementTemplateId,
    contractorId: ContractorId,
    engagementId: EngagementId.nullable().default(null),
    ...drafted,
  }),
  output: AgreementView,
})

export const changeDraft = endpoint({
  name: 'agreements.change-draft',
  method: 'PUT',
  path: '/agreements/:agreementId',
  summary: 'Fill in what a draft asks for',
  input: z.strictObject({ ...changed, fields: AgreementFields }),
  output: AgreementView,
})

export const sendDraft = endpoint({
  name: 'agreements.send-draft',
  method: 'POST',
  path: '/agreements/:agreementId/sending',
  summary: 'Send a draft to its contractor; from then on its text is fixed',
  input: z.strictObject({
    ...changed,
    expiresOn: GivenDay.optional().describe('The last day to sign; the template says how long otherwise'),
  }),
  output: AgreementView,
})

export const voidAgreement = endpoint({
  name: 'agreements.void-agreement',
  method: 'POST',
  path: '/agreements/:agreementId/voiding',
  summary: 'Call off an agreement before everybody has signed it',
  input: z.strictObject({ ...changed, reason: reasonGiven }),
  output: AgreementView,
})

export const counterSign = endpoint({
  name: 'agreements.counter-sign',
  method: 'POST',
  path: '/agreements/:agreementId/signature',
  summary: 'Sign for the organization what the contractor has signed',
  input: z.strictObject({ ...changed, ...SignatureGiven }),
  output: AgreementView,
})

export const downloadAgreement = endpoint({
  name: 'agreements.download-agreement',
  method: 'GET',
  path: '/agreements/:agreementId/document',
  summary: 'The sealed document once everybody has signed; before that the text as PDF',
  input: z.strictObject({ agreementId: AgreementId }),
  output: DownloadOutput,
})

export const listMyAgreements = endpoint({
  name: 'agreements.list-my-agreements',
  method: 'GET',
  path: '/portal/agreements',
  summary: 'The agreements that were sent to the signed-in contractor, newest first',
  input: z.strictObject(listed),
  output: pageOf(AgreementRow),
})

export const viewMyAgreement = endpoint({
  name: 'agreements.view-my-agreement',
  method: 'GET',
  path: '/portal/agreements/:agreementId',
  summary: 'One agreement of the signed-in contractor; looking at it this way leaves no trace',
  input: z.strictObject({ agreementId: AgreementId }),
  output: MyAgreementView,
})

export const openMyAgreement = endpoint({
  name: 'agreements.open-my-agreement',
  method: 'POST',
  path: '/portal/agreements/:agreementId/viewing',
  summary: 'Open an agreement to read it; recorded, and needed before it can be signed',
  inPortal: untilSettled,
  input: z.strictObject({ agreementId: AgreementId }),
  output: MyAgreementView,
})

export const signMyAgreement = endpoint({
  name: 'agreements.sign-my-agreement',
  method: 'POST',
  path: '/portal/agreements/:agreementId/signature',
  summary: 'Sign an agreement as its contractor',
  inPortal: untilSettled,
  input: z.strictObject({ ...changed, ...SignatureGiven }),
  output: MyAgreementView,
})

export const declineMyAgreement = endpoint({
  name: 'agreements.decline-my-agreement',
  method: 'POST',
  path: '/portal/agreements/:agreementId/refusal',
  summary: 'Decline an agreement and say why',
  inPortal: untilSettled,
  input: z.strictObject({ ...changed, reason: reasonGiven }),
  output: MyAgreementView,
})
