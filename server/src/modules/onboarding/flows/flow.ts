import type { FieldError } from '#kernel/problem.ts'
import type { AgreementTemplate } from '#modules/agreements/index.ts'
import type { ContractorTypeId } from '#modules/directory/contract.ts'
import type { OnboardingFlowId } from '#modules/onboarding/ids.ts'
import { stagesDoNotFit } from '#modules/onboarding/problems.ts'
import { isAgreement, templateAmong } from '#modules/onboarding/template-of-stage.ts'
import type { FlowView, StagePlan } from './contract.ts'

export type Flow = Readonly<{
  id: OnboardingFlowId
  name: string
  contractorTypeId: ContractorTypeId | null
  contractorTypeName: string | null
  stages: readonly StagePlan[]
  underWay: number
  version: number
}>

/** Of these a contractor has one, so asking twice would be asking for the same. */
const onceOnly: readonly StagePlan['kind'][] = ['tax_form', 'payout_method']

/** Refuses stages that share a key, and a second one where a contractor has only one of the thing. */
export const holdStages = (stages: readonly StagePlan[]): void => {
  const errors = stages.flatMap((stage, index): FieldError[] => {
    const before = stages.slice(0, index)
    const at = (field: string, detail: string) => ({ pointer: `#/stages/${index}/${field}`, detail })
    const sameKey = before.some(({ key }) => key === stage.key)
    const second = onceOnly.includes(stage.kind) && before.some(({ kind }) => kind === stage.kind)
    return [
      ...(sameKey ? [at('key', 'Another stage has this key already.')] : []),
      ...(second ? [at('kind', 'One stage of this kind is enough.')] : []),
    ]
  })
  if (errors.length > 0) throw stagesDoNotFit({ errors })
}

export const minutesOf = (stages: readonly Pick<StagePlan, 'minutes'>[]): number =>
  stages.reduce((sum, { minutes }) => sum + minutes, 0)

type Reading = Readonly<{ templates: readonly AgreementTemplate[]; mayChange: boolean }>

export const viewOfFlow = (flow: Flow, { templates, mayChange }: Reading): FlowView => ({
  ...flow,
  minutes: minutesOf(flow.stages),
  stages: [...flow.stages],
  agreements: flow.stages.filter(isAgreement).map((stage) => {
    const template = templateAmong(templates, stage)
    const sent = template?.archivedAt === null ? { id: template.id, name: template.name } : null
    return { key: stage.key, template: sent }
  }),
  can: { change: mayChange },
})
