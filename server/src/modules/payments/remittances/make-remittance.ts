import type { Work } from '#kernel/command.ts'
import { dayInWords } from '#kernel/dates.ts'
import { decimalOf, type Money } from '#kernel/money.ts'
import { on } from '#kernel/reaction.ts'
import { storeFile } from '#modules/files/index.ts'
import { legalEntityOf, letterheadOf } from '#modules/organizations/index.ts'
import { paymentSent, remittanceReady } from '#modules/payments/events.ts'
import type { Payment } from '#modules/payments/payments/payment.ts'
import { paymentOf, saveRemittance } from '#modules/payments/payments/store.ts'
import { type RemittanceDocument, renderRemittance } from '#modules/payments/remittance-document.ts'

/**
 * Follows each payment on its own, so that a run of thousands is released at once and its papers come after, each made
 * outside of every transaction.
 */
export const makeRemittance = on(paymentSent, 'payments.make-remittance', {
  lane: 'paper',
  load: async (work, { paymentId }) => {
    const payment = await paymentOf(work.tx, paymentId)
    return payment.remittanceFileId ? undefined : { payment, document: await documentOf(work, payment) }
  },
  prepare: ({ documents, now }, { payment, document }) =>
    renderRemittance(documents, document, payment.sentAt ?? now),
  run: async (work, { payment }, { paymentId }) => {
    const { contractorId, reference, amount } = payment
    const fileId = await storeFile(work, {
      name: `Remittance ${reference}.pdf`,
      mediaType: 'application/pdf',
      bytes: work.prepared,
      sensitivity: 'normal',
      subjectId: paymentId,
      contractorId,
    })
    await saveRemittance(work.tx, paymentId, fileId)
    return [remittanceReady({ paymentId, contractorId, reference, amount })]
  },
})

const documentOf = async (work: Work, payment: Payment): Promise<RemittanceDocument> => {
  const { reference, payOn, amount, accountLast4, payeeName, invoices, legalEntityId } = payment
  const payer = await legalEntityOf(work.tx, legalEntityId)
  const { line1, city, country } = payer.address
  return {
    letterhead: await letterheadOf(work),
    paper: country === 'US' ? 'us-letter' : 'a4',
    language: 'en',
    number: reference,
    paid: { label: `Paid on ${dayInWords(payOn)}`, amount: amountOf(amount) },
    facts: [
      { label: 'Reference', value: reference },
      { label: 'To the account', value: `ending in ${accountLast4}` },
    ],
    parties: [
      { role: 'Paid to', name: payeeName, details: [] },
      { role: 'Paid by', name: payer.name, details: [line1, city, country] },
    ],
    items: invoices.map((invoice) => ({
      number: invoice.number,
      subject: '',
      invoiced: amountOf(invoice.amount),
      withheld: '',
      paid: amountOf(invoice.amount),
    })),
    total: { invoiced: amountOf(amount), withheld: '', paid: amountOf(amount) },
  }
}

const amountOf = (amount: Money): string => `${amount.currency} ${decimalOf(amount)}`
