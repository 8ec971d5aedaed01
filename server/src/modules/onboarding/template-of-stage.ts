import type { Tx } from '#kernel/db.ts'
import { type AgreementTemplate, templatesOf } from '#modules/agreements/index.ts'
import type { StagePlan } from './flows/contract.ts'

type AgreementPlan = Extract<StagePlan, { kind: 'agreement' }>

export const isAgreement = (plan: StagePlan): plan is AgreementPlan => plan.kind === 'agreement'

/** Looked up when it is needed, since a flow may be older than the templates. */
export const templateFor = async (tx: Tx, plan: StagePlan): Promise<AgreementTemplate | undefined> =>
  isAgreement(plan) ? templateAmong(await templatesOf(tx), plan) : undefined

/**
 * The template that a stage means: the one it names, or the oldest non-disclosure agreement in use. Undefined when
 * there is none.
 */
export const templateAmong = (
  templates: readonly AgreementTemplate[],
  plan: AgreementPlan,
): AgreementTemplate | undefined => {
  if (plan.templateId !== null) return templates.find(({ id }) => id === plan.templateId)
  return templates
    .filter(({ kind, archivedAt }) => kind === 'nda' && archivedAt === null)
    .sort((a, b) => (a.id < b.id ? -1 : 1))[0]
}
