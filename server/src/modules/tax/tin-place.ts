import type { Place } from '#kernel/secrets.ts'
import type { TaxFormId } from './ids.ts'

export const tinPlace = (organizationId: string, rowId: TaxFormId): Place => ({
  organizationId,
  table: 'tax_forms',
  column: 'tin_sealed',
  rowId,
})
