import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { wholeListOf } from '#kernel/page.ts'
import { line, paragraphs } from '#kernel/text.ts'
import { AgreementTemplateId } from '#modules/agreements/ids.ts'

export const agreementKinds = ['nda', 'msa', 'sow', 'other'] as const
export const AgreementKind = z.enum(agreementKinds)
export type AgreementKind = z.output<typeof AgreementKind>

export const maxBodyLength = 100_000

/** The text is plain: `#` before headings, `-` or `1.` before items, `**…**`, and merge fields in double braces. */
export const TemplateContent = z.strictObject({
  name: line(140).min(2, 'Give the template a name.'),
  kind: AgreementKind,
  body: paragraphs(maxBodyLength).min(1, 'Write the text.'),
  counterSignature: z.boolean().default(true).describe('Somebody signs for the organization as well'),
  daysToSign: z.int().min(1).max(365).default(30),
  note: z
    .string()
    .trim()
    .max(500, 'Keep it under 500 characters.')
    .default('')
    .describe('For those who send it; no part of the text'),
})
export type TemplateContent = z.output<typeof TemplateContent>

export const AgreementTemplateRow = z.object({
  id: AgreementTemplateId,
  name: z.string(),
  kind: AgreementKind,
  counterSignature: z.boolean(),
  daysToSign: z.int(),
  note: z.string(),
  archived: z.boolean(),
  fields: z.array(z.string()).describe('What is filled in when it is sent'),
  changedAt: Instant,
  version: z.int(),
})
export type AgreementTemplateRow = z.output<typeof AgreementTemplateRow>

export const AgreementTemplateView = AgreementTemplateRow.extend({
  body: z.string(),
  can: z.object({ change: z.boolean(), archive: z.boolean(), restore: z.boolean(), send: z.boolean() }),
})
export type AgreementTemplateView = z.output<typeof AgreementTemplateView>

const changed = { agreementTemplateId: AgreementTemplateId, version: z.int().positive() }

export const listTemplates = endpoint({
  name: 'agreements.list-templates',
  method: 'GET',
  path: '/agreement-templates',
  summary: 'The templates of agreements, by name, and the merge fields they may use',
  input: z.strictObject({}),
  output: wholeListOf(AgreementTemplateRow).extend({
    mergeFields: z.array(z.object({ name: z.string(), means: z.string() })),
  }),
})

export const viewTemplate = endpoint({
  name: 'agreements.view-template',
  method: 'GET',
  path: '/agreement-templates/:agreementTemplateId',
  summary: 'A template with its text',
  input: z.strictObject({ agreementTemplateId: AgreementTemplateId }),
  output: AgreementTemplateView,
})

export const addTemplate = endpoint({
  name: 'agreements.add-template',
  method: 'POST',
  path: '/agreement-templates',
  summary: 'Write a template; a merge field that does not exist is refused with its line',
  input: TemplateContent,
  output: AgreementTemplateView,
})

export const changeTemplate = endpoint({
  name: 'agreements.change-template',
  method: 'PUT',
  path: '/agreement-templates/:agreementTemplateId',
  summary: 'Make another version of a template; what was sent keeps its own text',
  input: TemplateContent.extend(changed),
  output: AgreementTemplateView,
})

export const archiveTemplate = endpoint({
  name: 'agreements.archive-template',
  method: 'POST',
  path: '/agreement-templates/:agreementTemplateId/archive',
  summary: 'Take a template out of use',
  input: z.strictObject(changed),
  output: AgreementTemplateView,
})

export const restoreTemplate = endpoint({
  name: 'agreements.restore-template',
  method: 'POST',
  path: '/agreement-templates/:agreementTemplateId/restore',
  summary: 'Take a template into use again',
  input: z.strictObject(changed),
  output: AgreementTemplateView,
})
