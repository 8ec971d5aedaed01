import type { Work } from '#kernel/command.ts'
import { ownInvoicesInRun } from '#modules/payments/problems.ts'
import { invoicesApprovedBy } from './left-out-store.ts'
import type { PayRun } from './pay-run.ts'

/** Who says that an invoice is right does not send its money, too: one person alone could then pay anybody. */
export const holdDuties = async ({ tx, actor }: Pick<Work, 'tx' | 'actor'>, { id }: Pick<PayRun, 'id'>) => {
  const invoiceNumbers = await invoicesApprovedBy(tx, id, actor.personId)
  if (invoiceNumbers.length === 0) return
  const detail = `You approved ${invoiceNumbers.join(', ')}.`
  throw ownInvoicesInRun({ invoiceNumbers, errors: [{ pointer: '#', detail }] })
}
