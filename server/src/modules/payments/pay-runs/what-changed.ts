import type { Tx } from '#kernel/db.ts'
import { contentHashOf, type Invoice, invoicesOf } from '#modules/invoices/index.ts'
import { holdWords } from '#modules/payments/payables/hold-words.ts'
import { contentsOfRun, heldInRun, type LeftOut, type RunContent } from './left-out-store.ts'
import type { PayRun } from './pay-run.ts'

const notWhatWasApproved = 'The invoice is no longer what was approved.'

/** What may no longer go out with a run: something came in its way, or the invoice is another than was approved. */
export const whatChanged = async (tx: Tx, { id }: Pick<PayRun, 'id'>): Promise<readonly LeftOut[]> => {
  const held = await heldInRun(tx, id)
  const contents = await contentsOfRun(tx, id)
  const invoices = await invoicesOf(
    tx,
    contents.map(({ invoiceId }) => invoiceId),
  )
  const reasons = new Map<string, string>()
  for (const content of contents)
    if (isAnother(invoices.get(content.invoiceId), content)) reasons.set(content.payableId, notWhatWasApproved)
  for (const { payableId, holds } of held) reasons.set(payableId, holdWords(holds))
  return [...reasons].map(([payableId, reason]) => ({ payableId, reason }))
}

const isAnother = (invoice: Invoice | undefined, { contentHash, minor, currency }: RunContent): boolean =>
  invoice === undefined ||
  contentHashOf(invoice) !== contentHash ||
  invoice.total.minor !== minor ||
  invoice.total.currency !== currency
