import { on } from '#kernel/reaction.ts'
import { writeMail } from '#modules/messaging/write-mail.ts'
import { paymentOf, remittanceReady } from '#modules/payments/index.ts'
import { amountOf, contractorRecipient, pageOf } from './recipients.ts'

export const paymentNotices = [
  on(remittanceReady, 'messaging.remittance-ready', async (work, { paymentId, contractorId, reference, amount }) => {
    const { remittanceFileId } = await paymentOf(work.tx, paymentId)
    return [
      await writeMail(work, {
        kind: 'remittance-advice',
        subjectId: paymentId,
        to: await contractorRecipient(work, contractorId),
        subject: `${amountOf(amount)} is on its way to you`,
        letter: {
          heading: `${amountOf(amount)} is on its way to you`,
          paragraphs: ['The advice attached says which invoices it pays. You find it in the portal, too.'],
          facts: [['Reference', reference]],
          button: { label: 'See the payment', url: await pageOf(work, '/portal/payments') },
        },
        ...(remittanceFileId ? { attachmentFileIds: [remittanceFileId] } : {}),
      }),
    ]
  }),
]
