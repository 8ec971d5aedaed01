import type { z } from 'zod'
import type { DataField, StageKind, StagePlan } from '#modules/onboarding/contract.ts'

/** A stage as it is typed: the contract's own shape, not yet checked. */
export type StageValues = z.input<typeof StagePlan>

export const stageKinds: readonly StageKind[] = ['data', 'agreement', 'tax_form', 'payout_method', 'document']

export const kindWords: Readonly<Record<StageKind, string>> = {
  data: 'Details',
  agreement: 'Agreement',
  tax_form: 'Tax form',
  payout_method: 'Bank account',
  document: 'Document',
}

/** Of these a contractor has one; the server refuses a second. */
const onceOnly: readonly StageKind[] = ['tax_form', 'payout_method']

export const kindsToAdd = (stages: readonly StageValues[]): readonly StageKind[] =>
  stageKinds.filter((kind) => !(onceOnly.includes(kind) && stages.some((stage) => stage.kind === kind)))

/** The key names a stage from version to version, so it is made once, different from all others, and never shown. */
const keyFor = (kind: StageKind, stages: readonly StageValues[]): string => {
  const base = kind.replace('_', '-')
  const taken = new Set(stages.map(({ key }) => key))
  if (!taken.has(base)) return base
  const free = stages.map((_, index) => `${base}-${index + 2}`).find((key) => !taken.has(key))
  return free ?? base
}

const usualFields: readonly DataField[] = ['phone', 'city', 'legalName', 'address']

export const newStage = (kind: StageKind, stages: readonly StageValues[]): StageValues => {
  const common = { key: keyFor(kind, stages), title: '', why: '', minutes: 5, dueInDays: 7 }
  switch (kind) {
    case 'data':
      return { ...common, kind, title: 'Your details', fields: [...usualFields], review: 'member' }
    case 'agreement':
      return { ...common, kind, title: 'Agreement', templateId: null }
    case 'tax_form':
      return { ...common, kind, title: 'Form W-9', review: 'nobody' }
    case 'payout_method':
      return { ...common, kind, title: 'Bank account', minutes: 3 }
    case 'document':
      return { ...common, kind, description: '', required: true, isProtected: false, review: 'member' }
  }
}

/** The stages with one of them a place up (-1) or down (1); as they were where there is no such place. */
export const moved = (stages: readonly StageValues[], from: number, by: -1 | 1): StageValues[] => {
  const one = stages[from]
  const other = stages[from + by]
  if (!one || !other) return [...stages]
  return stages.map((stage, index) => (index === from ? other : index === from + by ? one : stage))
}

export type AgreementValues = Extract<StageValues, { kind: 'agreement' }>

const isAgreement = (stage: StageValues): stage is AgreementValues => stage.kind === 'agreement'

type Chosen = Readonly<{ id: string; name: string }>
type Template = Chosen & Readonly<{ kind: string; archived: boolean }>

/** What an agreement stage would send: the template it names, or the oldest non-disclosure agreement in use. */
export const templateSentBy = <T extends Template>(
  { templateId }: Pick<AgreementValues, 'templateId'>,
  templates: readonly T[],
): T | undefined => {
  const inUse = templates.filter(({ archived }) => !archived)
  if (templateId) return inUse.find(({ id }) => id === templateId)
  return inUse.filter(({ kind }) => kind === 'nda').toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]
}

/** Puts a template into the flow: into the stage that has none to send, else the first agreement, else a new stage. */
export const withTemplate = (
  stages: readonly StageValues[],
  { id: templateId, name }: Chosen,
  waiting: readonly string[],
): StageValues[] => {
  const agreements = stages.filter(isAgreement)
  const into = agreements.find(({ key }) => waiting.includes(key)) ?? agreements[0]
  if (into) return stages.map((stage) => (stage === into ? { ...into, templateId } : stage))
  const key = keyFor('agreement', stages)
  const added: AgreementValues = {
    kind: 'agreement',
    key,
    title: name.slice(0, 80),
    minutes: 5,
    dueInDays: 7,
    templateId,
  }
  return [...stages, added]
}
