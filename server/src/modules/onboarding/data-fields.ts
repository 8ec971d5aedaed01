import type { Contractor } from '#modules/directory/index.ts'
import type { PayeeView } from '#modules/payees/contract.ts'
import type { DataField, StagePlan } from './flows/contract.ts'

export type OnFile = Readonly<{ contractor: Contractor; payee: PayeeView | undefined }>

/** What people call the fields. */
export const fieldNames: Readonly<Record<DataField, string>> = {
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

const isFilled = ({ contractor, payee }: OnFile, field: DataField): boolean => {
  if (field === 'legalName' || field === 'address') return payee !== undefined
  const value = contractor[field]
  return value !== null && value.length > 0
}

/** What a stage asks for and is not on file yet. */
export const missingOf = (onFile: OnFile, plan: StagePlan): DataField[] =>
  plan.kind === 'data' ? plan.fields.filter((field) => !isFilled(onFile, field)) : []
