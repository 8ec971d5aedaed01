import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { approveInvoice, type InvoiceView, rejectInvoice, returnInvoice } from '#modules/invoices/contract.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { type Command, useCommand } from '#web/lib/useCommand.ts'

type Decided = InvoiceView
type Asking = 'return' | 'reject' | undefined

export type Decision = Readonly<{
  approve: () => void
  approval: Command<typeof approveInvoice.input, typeof approveInvoice.output>
  returning: Command<typeof returnInvoice.input, typeof returnInvoice.output>
  rejection: Command<typeof rejectInvoice.input, typeof rejectInvoice.output>
  /** Which reason is being asked for. */
  asking: Asking
  ask: (asking: Asking) => void
  sendBack: (reason: string) => void
  reject: (reason: string) => void
  isPending: boolean
}>

const madeOld = ['invoices', 'audit', 'payments', 'reports']

/** The three decisions on one invoice. Nothing is decided before it is there, nor twice. */
export const useDecision = (invoice: InvoiceView | undefined, onDecided: (decided: Decided) => void): Decision => {
  const approval = useCommand(approveInvoice, madeOld)
  const returning = useCommand(returnInvoice, madeOld)
  const rejection = useCommand(rejectInvoice, madeOld)
  const [asking, ask] = useState<Asking>()
  const isPending = approval.isPending || returning.isPending || rejection.isPending
  const done = (decided: Decided) => {
    ask(undefined)
    notifications.show({ message: sentenceFor(decided) })
    onDecided(decided)
  }
  const on = invoice?.can.decide && !isPending ? { invoiceId: invoice.id, version: invoice.version } : undefined
  return {
    ...{ approval, returning, rejection, asking, ask, isPending },
    approve: () => {
      if (on) approval.mutate({ ...on, note: '' }, { onSuccess: done })
    },
    sendBack: (reason) => {
      if (on) returning.mutate({ ...on, reason }, { onSuccess: done })
    },
    reject: (reason) => {
      if (on) rejection.mutate({ ...on, reason }, { onSuccess: done })
    },
  }
}

const sentenceFor = ({ status, number, contractorName, total }: Decided): string => {
  const what = `${number} from ${contractorName}, ${formatMoney(total)},`
  if (status === 'approved') return `${what} is approved.`
  if (status === 'in_approval') return `${what} has your approval and waits for a second one.`
  if (status === 'returned_for_changes') return `${what} went back for changes.`
  return `${what} is rejected.`
}
