import { dayInWords } from '#kernel/dates.ts'
import { on } from '#kernel/reaction.ts'
import { writeMail } from '#modules/messaging/write-mail.ts'
import { assignmentMoved, assignmentOffered } from '#modules/work/index.ts'
import { amountOf, contractorRecipient, pageOf } from './recipients.ts'

export const workNotices = [
  on(assignmentOffered, 'messaging.assignment-offered', async (work, offer) => {
    const { assignmentId, contractorId, title, price, pricing, answerBy } = offer
    return [
      await writeMail(work, {
        kind: 'assignment-offered',
        subjectId: assignmentId,
        to: await contractorRecipient(work, contractorId),
        subject: `New work for you: ${title}`,
        letter: {
          heading: title,
          paragraphs: ['You have been offered this work. Read the brief and say whether you take it.'],
          facts: [
            ['Price', pricing === 'hourly' ? `${amountOf(price)} an hour` : amountOf(price)],
            ['Answer by', dayInWords(answerBy)],
          ],
          button: { label: 'Read the offer', url: await pageOf(work, `/portal/work/${assignmentId}`) },
        },
      }),
    ]
  }),
  on(
    assignmentMoved,
    'messaging.assignment-moved',
    async (work, { assignmentId, contractorId, title, to, reason }) => {
      if (to !== 'cancelled' && to !== 'paused') return []
      const what = to === 'cancelled' ? 'was called off' : 'is paused'
      return [
        await writeMail(work, {
          kind: `assignment-${to}`,
          subjectId: assignmentId,
          to: await contractorRecipient(work, contractorId),
          subject: `${title} ${what}`,
          letter: { heading: `${title} ${what}`, paragraphs: [`The reason given: ${reason}`] },
        }),
      ]
    },
  ),
]
