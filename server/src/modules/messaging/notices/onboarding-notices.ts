import type { Work } from '#kernel/command.ts'
import { on } from '#kernel/reaction.ts'
import type { LinkId } from '#modules/access/contract.ts'
import type { ContractorId } from '#modules/directory/contract.ts'
import { type Letter, writeMail } from '#modules/messaging/write-mail.ts'
import {
  changesRequested,
  contractorInvited,
  invitationReminderDue,
  onboardingCompleted,
  onboardingOpened,
  reminderDue,
} from '#modules/onboarding/index.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import { contractorRecipient, pageOf } from './recipients.ts'

type About = Readonly<{ onboardingId: string; contractorId: ContractorId }>
type Says = Readonly<{ kind: string; subject: string; letter: Letter }>

const tell = async (work: Work, { onboardingId, contractorId }: About, says: Says) => [
  await writeMail(work, { ...says, subjectId: onboardingId, to: await contractorRecipient(work, contractorId) }),
]

const invitationButton = (linkId: LinkId) => ({
  label: 'Accept the invitation',
  link: { purpose: 'portal-invitation' as const, linkId },
})
const portalButton = async (work: Work) => ({ label: 'Go on', url: await pageOf(work, '/portal/onboarding') })

export const onboardingNotices = [
  on(contractorInvited, 'messaging.contractor-invited', async (work, invited) => {
    const { name, programmeName } = await organizationOf(work.tx)
    return tell(work, invited, {
      kind: 'contractor-invitation',
      subject: `${name} would like to work with you`,
      letter: {
        heading: `${name} would like to work with you`,
        paragraphs: [
          `Join ${programmeName}: say who you are, sign what needs signing, and name the account you want to be paid to.`,
          'The link is yours alone and works for 14 days. You can stop at any point and go on later.',
        ],
        button: invitationButton(invited.linkId),
      },
    })
  }),
  on(onboardingOpened, 'messaging.onboarding-opened', async (work, opened) =>
    tell(work, opened, {
      kind: 'onboarding-opened',
      subject: 'A few things are needed for new work',
      letter: {
        heading: 'A few things are needed for new work',
        paragraphs: ['What we still have from you is not asked for again.'],
        button: await portalButton(work),
      },
    }),
  ),
  on(changesRequested, 'messaging.changes-requested', async (work, asked) =>
    tell(work, asked, {
      kind: 'changes-requested',
      subject: `"${asked.title}" needs a change`,
      letter: {
        heading: `"${asked.title}" needs a change`,
        paragraphs: ['What to change stands beside each answer. The rest stays as it is.'],
        button: await portalButton(work),
      },
    }),
  ),
  on(reminderDue, 'messaging.onboarding-reminder', async (work, due) =>
    tell(work, due, {
      kind: 'onboarding-reminder',
      subject: 'It is your move',
      letter: {
        heading: 'It is your move',
        paragraphs: ['Before work can start we still need:', ...due.titles.map((title) => `• ${title}`)],
        button: await portalButton(work),
      },
    }),
  ),
  on(invitationReminderDue, 'messaging.invitation-reminder', async (work, due) => {
    const { name } = await organizationOf(work.tx)
    return tell(work, due, {
      kind: 'invitation-reminder',
      subject: `Your invitation from ${name} is still open`,
      letter: {
        heading: 'Your invitation is still open',
        paragraphs: [`${name} invited you ${due.days} days ago. It takes about ten minutes.`],
        button: invitationButton(due.linkId),
      },
    })
  }),
  on(onboardingCompleted, 'messaging.onboarding-completed', async (work, done) =>
    tell(work, done, {
      kind: 'onboarding-completed',
      subject: 'You are ready to start',
      letter: {
        heading: 'You are ready to start',
        paragraphs: ['Everything we asked for is there. Offers of work and your invoices are in the portal.'],
        button: { label: 'Open the portal', url: await pageOf(work, '/portal') },
      },
    }),
  ),
]
