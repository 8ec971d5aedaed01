import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { Money } from '#kernel/money.ts'
import { on } from '#kernel/reaction.ts'
import type { ContractorId } from '#modules/directory/contract.ts'
import type { InvoiceId } from '#modules/invoices/contract.ts'
import { invoiceApproved, invoiceRejected, invoiceReturned } from '#modules/invoices/index.ts'
import { writeMail } from '#modules/messaging/write-mail.ts'
import { amountOf, contractorRecipient, pageOf } from './recipients.ts'

type About = Readonly<{ invoiceId: InvoiceId; contractorId: ContractorId; number: string; total: Money }>
type Says = Readonly<{ kind: string; heading: string; paragraphs: readonly string[]; button: string }>

const tell = async (work: Work, invoice: About, says: Says): Promise<readonly DomainEvent[]> => [
  await writeMail(work, {
    kind: says.kind,
    subjectId: invoice.invoiceId,
    to: await contractorRecipient(work, invoice.contractorId),
    subject: says.heading,
    letter: {
      heading: says.heading,
      paragraphs: says.paragraphs,
      facts: [['Amount', amountOf(invoice.total)]],
      button: { label: says.button, url: await pageOf(work, `/portal/invoices/${invoice.invoiceId}`) },
    },
  }),
]

export const invoiceNotices = [
  on(invoiceReturned, 'messaging.invoice-returned', (work, invoice) =>
    tell(work, invoice, {
      kind: 'invoice-returned',
      heading: `Invoice ${invoice.number} needs a change`,
      paragraphs: [`What to change: ${invoice.reason}`, 'Change it and submit it again; it keeps its number.'],
      button: 'Change the invoice',
    }),
  ),
  on(invoiceApproved, 'messaging.invoice-approved', (work, invoice) =>
    tell(work, invoice, {
      kind: 'invoice-approved',
      heading: `Invoice ${invoice.number} is approved`,
      paragraphs: ['You can see when it will be paid, and whether anything is still in the way.'],
      button: 'See when it is paid',
    }),
  ),
  on(invoiceRejected, 'messaging.invoice-rejected', (work, invoice) =>
    tell(work, invoice, {
      kind: 'invoice-rejected',
      heading: `Invoice ${invoice.number} was not accepted`,
      paragraphs: [`The reason given: ${invoice.reason}`],
      button: 'See the invoice',
    }),
  ),
]
