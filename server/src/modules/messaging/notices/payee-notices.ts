import type { Work } from '#kernel/command.ts'
import { on } from '#kernel/reaction.ts'
import type { ContractorId } from '#modules/directory/contract.ts'
import { writeMail } from '#modules/messaging/write-mail.ts'
import { payoutMethodActivated, payoutMethodRejected, payoutMethodRequested } from '#modules/payees/index.ts'
import { contractorRecipient, pageOf } from './recipients.ts'

type Says = Readonly<{
  kind: string
  subjectId: string
  contractorId: ContractorId
  heading: string
  paragraphs: readonly string[]
}>

const tell = async (work: Work, { kind, subjectId, contractorId, heading, paragraphs }: Says) => [
  await writeMail(work, {
    kind,
    subjectId,
    to: await contractorRecipient(work, contractorId),
    subject: heading,
    letter: {
      heading,
      paragraphs,
      button: { label: 'See your bank account', url: await pageOf(work, '/portal/payout') },
    },
  }),
]

export const payeeNotices = [
  // Goes to the address that was known before, so that a thief who got in cannot change an account unseen.
  on(
    payoutMethodRequested,
    'messaging.payout-method-requested',
    async (work, { payoutMethodId, contractorId, last4, isChange }) =>
      isChange
        ? tell(work, {
            kind: 'bank-account-change',
            subjectId: payoutMethodId,
            contractorId,
            heading: 'Somebody asked to pay you to another bank account',
            paragraphs: [
              `The new account ends in ${last4}. It is not used before we have spoken to you and three more days have passed.`,
              'Was it not you? Sign in and take the change back, and tell us on a way you have used before.',
            ],
          })
        : [],
  ),
  on(payoutMethodActivated, 'messaging.payout-method-activated', (work, { payoutMethodId, contractorId, last4 }) =>
    tell(work, {
      kind: 'bank-account-active',
      subjectId: payoutMethodId,
      contractorId,
      heading: `You are paid to the account ending in ${last4}`,
      paragraphs: ['From now on payments go to this account.'],
    }),
  ),
  on(
    payoutMethodRejected,
    'messaging.payout-method-rejected',
    (work, { payoutMethodId, contractorId, last4, reason }) =>
      tell(work, {
        kind: 'bank-account-refused',
        subjectId: payoutMethodId,
        contractorId,
        heading: `The account ending in ${last4} was not accepted`,
        paragraphs: [`The reason given: ${reason}`],
      }),
  ),
]
