import type { Contractor } from '#modules/directory/index.ts'
import type { PayeeView } from '#modules/payees/contract.ts'
import type { DataField, StagePlan } from './flows/contract.ts'

export type OnFile = Readonly<{ contractor: Contractor; payee: PayeeView | undefined }>

const isFilled = ({ contractor, payee }: OnFile, field: DataField): boolean => {
  if (field === 'legalName' || field === 'address') return payee !== undefined
  const value = contractor[field]
  return value !== null && value.length > 0
}

/** What a stage asks for and is not on file yet. */
export const missingOf = (onFile: OnFile, plan: StagePlan): DataField[] =>
  plan.kind === 'data' ? plan.fields.filter((field) => !isFilled(onFile, field)) : []
