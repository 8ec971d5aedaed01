import type { InvoiceStatus } from '#modules/invoices/contract.ts'
import type { Tone } from '#web/theme.ts'
import { toneOf } from '#web/ui/toneOf.ts'

/** What waits for staff is in motion for the contractor, and the other way round. */
const turned: Readonly<Partial<Record<InvoiceStatus, Tone>>> = {
  draft: 'waiting',
  returned_for_changes: 'waiting',
  submitted: 'moving',
  in_approval: 'moving',
}

export const toneForContractor = (status: InvoiceStatus): Tone => turned[status] ?? toneOf(status)
