import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { AgreementFields } from '#modules/agreements/contract.ts'
import { OnboardingStageId } from '#modules/onboarding/ids.ts'
import { OnboardingView } from '#modules/onboarding/onboarding-view.ts'

const oneStage = { stageId: OnboardingStageId, version: z.int().positive().describe('Of the stage') }
const reason = z.string().trim().min(3, 'Say why in a few words.').max(500)

export const approveStage = endpoint({
  name: 'onboarding.approve-stage',
  method: 'POST',
  path: '/onboarding-stages/:stageId/approval',
  summary: 'Approve what a contractor handed in',
  input: z.strictObject(oneStage),
  output: OnboardingView,
})

export const requestChanges = endpoint({
  name: 'onboarding.request-changes',
  method: 'POST',
  path: '/onboarding-stages/:stageId/changes',
  summary: 'Ask the contractor to change single fields; everything else stays',
  input: z.strictObject({
    ...oneStage,
    changes: z
      .array(
        z.strictObject({
          field: z
            .string()
            .trim()
            .min(1)
            .max(40)
            .describe('A field of the stage; `file` of a document, `form` of a form'),
          note: z.string().trim().min(3, 'Say what to change.').max(300),
        }),
      )
      .min(1, 'Name at least one field.')
      .max(20),
  }),
  output: OnboardingView,
})

export const rejectStage = endpoint({
  name: 'onboarding.reject-stage',
  method: 'POST',
  path: '/onboarding-stages/:stageId/rejection',
  summary: 'Reject what was handed in, and with it the contractor',
  input: z.strictObject({ ...oneStage, reason }),
  output: OnboardingView,
})

export const waiveStage = endpoint({
  name: 'onboarding.waive-stage',
  method: 'POST',
  path: '/onboarding-stages/:stageId/waiver',
  summary: 'Do without a stage this once, and say why',
  input: z.strictObject({ ...oneStage, reason }),
  output: OnboardingView,
})

export const sendStageAgreement = endpoint({
  name: 'onboarding.send-agreement',
  method: 'POST',
  path: '/onboarding-stages/:stageId/agreement',
  summary: 'Send the agreement of a stage again, after it was declined, called off or could not be sent',
  input: z.strictObject({
    ...oneStage,
    fields: AgreementFields.default({}).describe('What the template asks for when it is sent'),
  }),
  output: OnboardingView,
})
