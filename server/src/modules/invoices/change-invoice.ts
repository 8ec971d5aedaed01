import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { invoiceChanged } from './events.ts'
import { isMine, rewrite } from './invoice.ts'
import { invoiceOf, lockInvoice, saveContent } from './store.ts'
import { viewWithCap } from './view-with-cap.ts'

export const changeInvoice = command(contract.changeInvoice)({
  load: ({ tx, actor }, input) => lockInvoice(actor, tx, input),
  allow: isMine,
  run: async ({ tx, actor }, invoice, { invoiceId, version: _, ...input }) => {
    const next = rewrite(invoice, input)
    await saveContent(tx, next)
    const { contractorId, number, total } = next
    return {
      result: await viewWithCap(tx, await invoiceOf(tx, invoiceId), actor),
      events: [invoiceChanged({ invoiceId, contractorId, number, total })],
    }
  },
})
