import { type Actor, may } from '#kernel/actor.ts'
import type { AgreementTemplateId } from '#modules/agreements/ids.ts'
import { changeTemplates, sendAgreements } from '#modules/agreements/permissions.ts'
import { templateArchived, templateFaulty, templateInUse } from '#modules/agreements/problems.ts'
import { customFieldsIn, faultsIn } from '#modules/agreements/text/merge-fields.ts'
import type { AgreementTemplateView, TemplateContent } from './contract.ts'

/** A template as it reads in one of its versions. */
export type AgreementTemplate = Readonly<
  TemplateContent & { id: AgreementTemplateId; archivedAt: Date | null; changedAt: Date; version: number }
>

/** A text that could never be filled in is not kept. */
export const holdBody = ({ body }: Pick<TemplateContent, 'body'>): void => {
  const errors = faultsIn(body)
  if (errors.length > 0) throw templateFaulty({ errors })
}

export const beInUse = (template: AgreementTemplate): AgreementTemplate => {
  if (template.archivedAt !== null) throw templateArchived({ agreementTemplateId: template.id })
  return template
}

export const archive = (template: AgreementTemplate, archivedAt: Date): AgreementTemplate => ({
  ...beInUse(template),
  archivedAt,
})

export const restore = (template: AgreementTemplate): AgreementTemplate => {
  if (template.archivedAt === null) throw templateInUse()
  return { ...template, archivedAt: null }
}

export const rowOf = ({ archivedAt, body, ...template }: AgreementTemplate) => ({
  ...template,
  archived: archivedAt !== null,
  fields: [...customFieldsIn(body)],
})

export const viewOf = (template: AgreementTemplate, actor: Actor): AgreementTemplateView => {
  const isInUse = template.archivedAt === null
  const mayChange = may(actor, changeTemplates)
  return {
    ...rowOf(template),
    body: template.body,
    can: {
      change: isInUse && mayChange,
      archive: isInUse && mayChange,
      restore: !isInUse && mayChange,
      send: isInUse && may(actor, sendAgreements),
    },
  }
}
