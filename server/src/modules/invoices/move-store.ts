import type { Work } from '#kernel/command.ts'
import type { Statement } from '#kernel/db.ts'
import { mayFollow } from '#kernel/states.ts'
import { type InvoiceStatus, invoiceStatuses } from './contract.ts'
import { InvoiceId } from './ids.ts'
import { invoiceTransitions } from './invoice.ts'

const moveAll: Statement = {
  name: 'invoices.move-all',
  text: `update invoices set status = $3, reason = null, moved_at = $4, version = version + 1
    where organization_id = $1 and id = any ($2) and status = any ($5) returning id`,
}

/**
 * For `payments`: takes many invoices one step at once. Gives those that went; what may not go there, because it was made
 * void a moment ago say, stays where it is.
 */
export const markInvoices = async (
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  invoiceIds: readonly string[],
  to: Extract<InvoiceStatus, 'scheduled' | 'in_run' | 'sent' | 'settled' | 'payment_returned'>,
): Promise<ReadonlySet<string>> => {
  const from = invoiceStatuses.filter((status) => mayFollow(invoiceTransitions, status, to))
  const moved = await tx.named<{ id: string }>(moveAll, [tx.organizationId, invoiceIds, to, now, from])
  return new Set(moved.map(({ id }) => InvoiceId.parse(id)))
}
