import type { Work } from '#kernel/command.ts'
import type { PersonId } from '#kernel/ids.ts'
import { on } from '#kernel/reaction.ts'
import {
  memberFor,
  memberInvited,
  passwordResetRequested,
  personFor,
  signInChanged,
  signInLinkRequested,
} from '#modules/access/index.ts'
import { writeMail } from '#modules/messaging/write-mail.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import type { Recipient } from './recipients.ts'

const personOf = async ({ tx }: Pick<Work, 'tx'>, personId: PersonId) => {
  const person = await personFor(tx, personId)
  if (!person) throw new Error('A mail is for somebody who is not there.')
  return person
}

const personRecipient = async (work: Pick<Work, 'tx'>, personId: PersonId): Promise<Recipient> => {
  const { name, email } = await personOf(work, personId)
  return { name, address: email }
}

const changes: Readonly<Record<string, string>> = {
  'password-changed': 'Your password was changed',
  'two-factor-enabled': 'A second step was turned on for signing in',
  'two-factor-disabled': 'The second step for signing in was turned off',
  'backup-codes-renewed': 'You have new backup codes',
  'passkey-added': 'A passkey was added',
  'passkey-renamed': 'A passkey was given another name',
  'passkey-removed': 'A passkey was removed',
}

export const accessNotices = [
  on(memberInvited, 'messaging.member-invited', async (work, { memberId, linkId }) => {
    const { name, email } = await memberFor(work.tx, memberId)
    const organization = await organizationOf(work.tx)
    return [
      await writeMail(work, {
        kind: 'member-invitation',
        subjectId: memberId,
        to: { name, address: email },
        subject: `Join ${nameAndProgramme(organization)}`,
        letter: {
          heading: `Join ${organization.name}`,
          paragraphs: ['You have been invited to work here. The link is yours alone and works for 14 days.'],
          button: { label: 'Accept the invitation', link: { purpose: 'member-invitation', linkId } },
        },
      }),
    ]
  }),
  on(signInLinkRequested, 'messaging.sign-in-link', async (work, { forPersonId, linkId }) => {
    const { name, email, twoFactor } = await personOf(work, forPersonId)
    return [
      await writeMail(work, {
        kind: 'sign-in-link',
        subjectId: forPersonId,
        to: { name, address: email },
        subject: 'Your link to sign in',
        letter: {
          heading: 'Sign in',
          paragraphs: [
            'This link signs you in once, within ten minutes. Did you not ask for it? Then nothing happens.',
            ...(twoFactor
              ? ['Have your authenticator app at hand, or a backup code: you are asked for it next.']
              : []),
          ],
          button: { label: 'Sign in', link: { purpose: 'sign-in', linkId } },
        },
      }),
    ]
  }),
  on(passwordResetRequested, 'messaging.password-reset', async (work, { forPersonId, linkId }) => [
    await writeMail(work, {
      kind: 'password-reset',
      subjectId: forPersonId,
      to: await personRecipient(work, forPersonId),
      subject: 'Choose a new password',
      letter: {
        heading: 'Choose a new password',
        paragraphs: [
          'The link works once, within an hour. Did you not ask for it? Then your password stays as it is.',
        ],
        button: { label: 'Choose a password', link: { purpose: 'password-reset', linkId } },
      },
    }),
  ]),
  on(signInChanged, 'messaging.sign-in-changed', async (work, { forPersonId, change }) => {
    const heading = changes[change] ?? 'The way you sign in was changed'
    return [
      await writeMail(work, {
        kind: 'sign-in-changed',
        subjectId: forPersonId,
        to: await personRecipient(work, forPersonId),
        subject: heading,
        letter: {
          heading,
          paragraphs: ['Was it not you? Choose a new password at once, and tell the organization.'],
        },
      }),
    ]
  }),
]

/** Most organizations call their programme as they are called themselves. */
const nameAndProgramme = ({ name, programmeName }: Readonly<{ name: string; programmeName: string }>): string =>
  name === programmeName ? name : `${name} on ${programmeName}`
