import type { Work } from '#kernel/command.ts'
import { contentHashOf, type Invoice, invoicesOf } from '#modules/invoices/index.ts'
import { holdSources, summaryOf } from '#modules/payments/holds/hold-sources.ts'
import { contentsOfRun, heldInRun, type LeftOut, type RunContent } from './left-out-store.ts'
import type { PayRun } from './pay-run.ts'

const notWhatWasApproved = 'The invoice is no longer what was approved.'

/** Invoices that are read and hashed in one go: everybody else's requests are answered between two of them. */
const atOnce = 250

/** What may no longer go out with a run: something came in its way, or the invoice is another than was approved. */
export const whatChanged = async (
  { tx, modules }: Pick<Work, 'tx' | 'modules'>,
  { id }: Pick<PayRun, 'id'>,
): Promise<readonly LeftOut[]> => {
  const sources = await holdSources({ tx, modules })
  const held = await heldInRun(tx, sources, id)
  const contents = await contentsOfRun(tx, id)
  const reasons = new Map<string, string>()
  for (let from = 0; from < contents.length; from += atOnce) {
    const some = contents.slice(from, from + atOnce)
    const ids = some.map(({ invoiceId }) => invoiceId)
    const invoices = await invoicesOf(tx, ids)
    for (const content of some)
      if (isAnother(invoices.get(content.invoiceId), content)) reasons.set(content.payableId, notWhatWasApproved)
  }
  for (const { payableId, holds } of held) reasons.set(payableId, summaryOf(sources, holds))
  return [...reasons].map(([payableId, reason]) => ({ payableId, reason }))
}

const isAnother = (invoice: Invoice | undefined, { contentHash, minor, currency }: RunContent): boolean =>
  invoice === undefined ||
  contentHashOf(invoice) !== contentHash ||
  invoice.total.minor !== minor ||
  invoice.total.currency !== currency
