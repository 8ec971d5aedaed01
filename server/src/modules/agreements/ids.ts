import type { z } from 'zod'
import { id } from '#kernel/ids.ts'

export const AgreementId = id('AgreementId')
export type AgreementId = z.output<typeof AgreementId>
export const AgreementTemplateId = id('AgreementTemplateId')
export type AgreementTemplateId = z.output<typeof AgreementTemplateId>
