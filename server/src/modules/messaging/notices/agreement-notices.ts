import { on } from '#kernel/reaction.ts'
import { agreementCompleted, agreementSent, agreementVoided } from '#modules/agreements/index.ts'
import { writeMail } from '#modules/messaging/write-mail.ts'
import { contractorRecipient, pageOf } from './recipients.ts'

export const agreementNotices = [
  on(agreementSent, 'messaging.agreement-sent', async (work, { agreementId, contractorId, title, expiresOn }) => [
    await writeMail(work, {
      kind: 'agreement-sent',
      subjectId: agreementId,
      to: await contractorRecipient(work, contractorId),
      subject: `To sign: ${title}`,
      letter: {
        heading: title,
        paragraphs: ['Read it in full, then sign it or say why not.'],
        facts: [['Sign by', expiresOn]],
        button: { label: 'Read and sign', url: await pageOf(work, `/portal/agreements/${agreementId}`) },
      },
    }),
  ]),
  on(agreementCompleted, 'messaging.agreement-completed', async (work, { agreementId, contractorId, title }) => [
    await writeMail(work, {
      kind: 'agreement-completed',
      subjectId: agreementId,
      to: await contractorRecipient(work, contractorId),
      subject: `Signed by everybody: ${title}`,
      letter: {
        heading: `${title} is signed by everybody`,
        paragraphs: [
          'Your sealed copy is in the portal. Anybody can check on our page that it is whole and unchanged.',
        ],
        button: { label: 'Get your copy', url: await pageOf(work, `/portal/agreements/${agreementId}`) },
      },
    }),
  ]),
  on(agreementVoided, 'messaging.agreement-voided', async (work, { agreementId, contractorId, title, reason }) => [
    await writeMail(work, {
      kind: 'agreement-voided',
      subjectId: agreementId,
      to: await contractorRecipient(work, contractorId),
      subject: `${title} was taken back`,
      letter: { heading: `${title} was taken back`, paragraphs: [`The reason given: ${reason}`] },
    }),
  ]),
]
