import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { wholeListOf } from '#kernel/page.ts'
import { line } from '#kernel/text.ts'
import { AgreementTemplateId } from '#modules/agreements/contract.ts'
import { ContractorTypeId } from '#modules/directory/contract.ts'
import { OnboardingFlowId } from '#modules/onboarding/ids.ts'

/** What a data stage can ask for. The last two are about the payee, the others about the contractor's profile. */
export const dataFields = [
  'phone',
  'region',
  'city',
  'timeZone',
  'headline',
  'about',
  'website',
  'skills',
  'legalName',
  'address',
] as const
export const DataField = z.enum(dataFields)
export type DataField = z.output<typeof DataField>

const fieldNames: Readonly<Record<DataField, string>> = {
  phone: 'phone number',
  region: 'region',
  city: 'city',
  timeZone: 'time zone',
  headline: 'headline',
  about: 'text about yourself',
  website: 'web address',
  skills: 'skills',
  legalName: 'legal name',
  address: 'address',
}

/** What is said beside a field that is asked for and empty, by the server and before it is asked. */
export const sentenceForMissing = (field: DataField): string => `Fill in your ${fieldNames[field]}.`

/** Who looks at it once the contractor has done their part: a member, or nobody. */
const review = z.enum(['member', 'nobody'])

const inEveryStage = {
  key: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/, 'Use small letters, digits and dashes, such as tax-form.')
    .describe('Names the stage from version to version'),
  title: line(80).min(1, 'Give the stage a title.'),
  why: line(300).default('').describe('What the contractor reads under "Why do you ask?"'),
  minutes: z.int().min(1).max(120).describe('About how long it takes'),
  dueInDays: z.int().min(1).max(90).describe('Days after the invitation is accepted'),
}

export const StagePlan = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('data'),
    ...inEveryStage,
    fields: z.array(DataField).min(1, 'Choose at least one field.').max(dataFields.length),
    review,
  }),
  z.strictObject({
    kind: z.literal('agreement'),
    ...inEveryStage,
    templateId: AgreementTemplateId.nullable()
      .default(null)
      .describe('Null is the oldest non-disclosure agreement in use'),
  }),
  z.strictObject({ kind: z.literal('tax_form'), ...inEveryStage, review }),
  z.strictObject({ kind: z.literal('payout_method'), ...inEveryStage }),
  z.strictObject({
    kind: z.literal('document'),
    ...inEveryStage,
    description: line(500).min(1, 'Say which document it is.'),
    required: z.boolean().default(true),
    isProtected: z.boolean().default(false).describe('Opened by owner, legal and finance only, as identity papers'),
    review,
  }),
])
export type StagePlan = z.output<typeof StagePlan>
export type StageKind = StagePlan['kind']
export const stageKinds = ['data', 'agreement', 'tax_form', 'payout_method', 'document'] as const

const FlowText = {
  name: line(80).min(1, 'Give the flow a name.'),
  stages: z.array(StagePlan).min(1, 'A flow needs a stage.').max(20, 'Keep it to 20 stages.'),
}

export const FlowView = z.object({
  id: OnboardingFlowId,
  name: z.string(),
  contractorTypeId: ContractorTypeId.nullable(),
  contractorTypeName: z.string().nullable(),
  minutes: z.int(),
  stages: z.array(StagePlan),
  agreements: z
    .array(
      z.object({
        key: z.string().describe('Of the stage'),
        template: z
          .object({ id: AgreementTemplateId, name: z.string() })
          .nullable()
          .describe('Null where none in use fits: nobody gets past the stage before one does'),
      }),
    )
    .describe('What each agreement stage sends as things are now'),
  underWay: z.int().describe('Onboardings that run on any of its versions'),
  version: z.int(),
  can: z.object({ change: z.boolean() }),
})
export type FlowView = z.output<typeof FlowView>

export const listFlows = endpoint({
  name: 'onboarding.list-flows',
  method: 'GET',
  path: '/onboarding-flows',
  summary: 'What contractors go through before they may start, by contractor type',
  input: z.strictObject({}),
  output: wholeListOf(FlowView),
})

export const viewFlow = endpoint({
  name: 'onboarding.view-flow',
  method: 'GET',
  path: '/onboarding-flows/:flowId',
  summary: 'One flow as it is for those who are invited from now on',
  input: z.strictObject({ flowId: OnboardingFlowId }),
  output: FlowView,
})

export const addFlow = endpoint({
  name: 'onboarding.add-flow',
  method: 'POST',
  path: '/onboarding-flows',
  summary: 'Make a flow for a contractor type',
  input: z.strictObject({ ...FlowText, contractorTypeId: ContractorTypeId.nullable() }),
  output: FlowView,
})

export const changeFlow = endpoint({
  name: 'onboarding.change-flow',
  method: 'PUT',
  path: '/onboarding-flows/:flowId',
  summary: 'Make a new version of a flow; whoever is under way stays on theirs',
  input: z.strictObject({ ...FlowText, flowId: OnboardingFlowId, version: z.int().positive() }),
  output: FlowView,
})
