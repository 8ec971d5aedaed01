import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import { on } from '#kernel/reaction.ts'
import type { ContractorId } from '#modules/directory/contract.ts'
import { writeMail } from '#modules/messaging/write-mail.ts'
import { payoutMethodActivated, payoutMethodRejected, payoutMethodRequested } from '#modules/payees/index.ts'
import { everyContractorRecipient, pageOf } from './recipients.ts'

type Says = Readonly<{
  kind: string
  subjectId: string
  contractorId: ContractorId
  heading: string
  paragraphs: readonly string[]
}>

/** To every address that was theirs until lately: whoever changed the address must not be the only one who is told. */
const tell = async (work: Work, { kind, subjectId, contractorId, heading, paragraphs }: Says) => {
  const button = { label: 'See your bank account', url: await pageOf(work, '/portal/payout') }
  const mails: DomainEvent[] = []
  for (const to of await everyContractorRecipient(work, contractorId))
    mails.push(
      await writeMail(work, { kind, subjectId, to, subject: heading, letter: { heading, paragraphs, button } }),
    )
  return mails
}

export const payeeNotices = [
  // A thief who got in cannot change an account unseen. The first account of somebody whose address is new is told, too.
  on(
    payoutMethodRequested,
    'messaging.payout-method-requested',
    async (work, { payoutMethodId, contractorId, last4, isChange }) =>
      isChange || (await everyContractorRecipient(work, contractorId)).length > 1
        ? tell(work, {
            kind: 'bank-account-change',
            subjectId: payoutMethodId,
            contractorId,
            heading: isChange
              ? 'Somebody asked to pay you to another bank account'
              : 'Somebody named a bank account to pay you to',
            paragraphs: [
              `The account ends in ${last4}. It is not used before we have spoken to you and three more days have passed.`,
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
