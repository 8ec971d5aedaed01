import { on } from '#kernel/reaction.ts'
import { invoiceApproved, invoiceVoided } from '#modules/invoices/index.ts'
import { openPayable } from './payables/open-payable.ts'
import { voidPayable } from './payables/void-payable.ts'
import { makeRemittance } from './remittances/make-remittance.ts'

export const paymentReactions = [
  on(invoiceApproved, 'payments.open-payable', (work, { invoiceId }) => openPayable(work, invoiceId)),
  on(invoiceVoided, 'payments.void-payable', (work, { invoiceId }) => voidPayable(work, invoiceId)),
  makeRemittance,
]
