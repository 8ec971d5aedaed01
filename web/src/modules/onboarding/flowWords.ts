import type { FlowView } from '#modules/onboarding/contract.ts'

export const whoseFlow = ({ contractorTypeName }: Pick<FlowView, 'contractorTypeName'>): string =>
  contractorTypeName === null ? 'For everybody without a flow of their own' : `For ${contractorTypeName}`

/** Whether contractors would be stuck at a stage: there is nothing it could send them. */
export const isTemplateMissing = ({ agreements }: Pick<FlowView, 'agreements'>): boolean =>
  agreements.some(({ template }) => template === null)
