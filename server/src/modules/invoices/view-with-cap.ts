import type { Actor } from '#kernel/actor.ts'
import type { Tx } from '#kernel/db.ts'
import { capFindings } from './cap.ts'
import type { InvoiceView } from './contract.ts'
import { type Invoice, viewOf } from './invoice.ts'

/** What a contractor sees of their own invoice: with what would stop its submission. */
export const viewWithCap = async (tx: Tx, invoice: Invoice, actor: Actor): Promise<InvoiceView> => {
  const view = viewOf(invoice, actor)
  return { ...view, findings: [...view.findings, ...(await capFindings(tx, invoice))] }
}
