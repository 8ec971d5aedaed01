import type { Tx } from '#kernel/db.ts'
import { contentHashOf, invoiceOf } from '#modules/invoices/index.ts'
import { holdWords } from '#modules/payments/payables/hold-words.ts'
import { contentsOfRun, heldInRun, type LeftOut, type RunContent } from './left-out-store.ts'
import type { PayRun } from './pay-run.ts'

const notWhatWasApproved = 'The invoice is no longer what was approved.'

/** What may no longer go out with a run: something came in its way, or the invoice is another than was approved. */
export const whatChanged = async (tx: Tx, { id }: Pick<PayRun, 'id'>): Promise<readonly LeftOut[]> => {
  const held = await heldInRun(tx, id)
  const contents = await contentsOfRun(tx, id)
  const others = await Promise.all(contents.map((each) => isAnother(tx, each)))
  const reasons = new Map<string, string>()
  for (const [at, { payableId }] of contents.entries()) if (others[at]) reasons.set(payableId, notWhatWasApproved)
  for (const { payableId, holds } of held) reasons.set(payableId, holdWords(holds))
  return [...reasons].map(([payableId, reason]) => ({ payableId, reason }))
}

const isAnother = async (tx: Tx, { invoiceId, contentHash, minor, currency }: RunContent): Promise<boolean> => {
  const invoice = await invoiceOf(tx, invoiceId)
  const { total } = invoice
  return contentHashOf(invoice) !== contentHash || total.minor !== minor || total.currency !== currency
}
