import type { z } from 'zod'
import { id } from '#kernel/ids.ts'

export const TaxFormId = id('TaxFormId')
export type TaxFormId = z.output<typeof TaxFormId>
