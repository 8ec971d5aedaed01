import type { Tx } from '#kernel/db.ts'
import { unknownTemplate } from '#modules/onboarding/problems.ts'
import { isAgreement, templateFor } from '#modules/onboarding/template-of-stage.ts'
import type { StagePlan } from './contract.ts'

/** A stage that names a template which nobody can send would hold everybody up. */
export const holdTemplates = async (tx: Tx, stages: readonly StagePlan[]): Promise<void> => {
  const errors = []
  for (const [index, stage] of stages.entries()) {
    if (!isAgreement(stage) || stage.templateId === null) continue
    const template = await templateFor(tx, stage)
    if (template?.archivedAt === null) continue
    errors.push({ pointer: `#/stages/${index}/templateId`, detail: 'Choose a template that is in use.' })
  }
  if (errors.length > 0) throw unknownTemplate({ errors })
}
