import type { Work } from '#kernel/command.ts'
import { on } from '#kernel/reaction.ts'
import type { AddressChangeId } from '#modules/access/contract.ts'
import { addressChangeAsked, addressChanged, addressChangeOf, personFor } from '#modules/access/index.ts'
import { writeMail } from '#modules/messaging/write-mail.ts'
import { organizationOf } from '#modules/organizations/index.ts'

const kind = 'address-change'

const changeFor = async ({ tx }: Pick<Work, 'tx'>, changeId: AddressChangeId) => {
  const change = await addressChangeOf(tx, changeId)
  const person = await personFor(tx, change.personId)
  if (!person) throw new Error('A mail is for somebody who is not there.')
  const { name } = person
  const { name: organization } = await organizationOf(tx)
  return {
    organization,
    subjectId: change.personId,
    before: { name, address: change.previousEmail },
    after: { name, address: change.email },
  }
}

/** The new address is asked, the old one is told, whoever wanted the change. */
export const addressNotices = [
  on(addressChangeAsked, 'messaging.address-change-asked', async (work, { changeId, linkId }) => {
    const { organization, subjectId, before, after } = await changeFor(work, changeId)
    return [
      await writeMail(work, {
        kind,
        subjectId,
        to: before,
        subject: 'Somebody wants to change your e-mail address',
        letter: {
          heading: 'Somebody wants to change your e-mail address',
          paragraphs: [
            `With ${organization} you are to be reached at ${after.address} from now on. Nothing has changed yet: it takes a link that went there, and you signed in.`,
            'Was it not you? Sign in, keep your address under Security, and tell us on a way you have used before.',
          ],
        },
      }),
      await writeMail(work, {
        kind,
        subjectId,
        to: after,
        subject: 'Confirm your e-mail address',
        letter: {
          heading: 'Confirm your e-mail address',
          paragraphs: [
            `This is to be your address with ${organization}, and the one you sign in with. Until you confirm it, the one you have now stays in force.`,
            'The link works for three days. You sign in with your present address to use it. Do you not know what this is about? Then nothing happens.',
          ],
          button: { label: 'Confirm this address', link: { purpose: 'address-change', linkId } },
        },
      }),
    ]
  }),
  on(addressChanged, 'messaging.address-changed', async (work, { changeId }) => {
    const { subjectId, before, after } = await changeFor(work, changeId)
    const heading = 'Your e-mail address was changed'
    return [
      await writeMail(work, {
        kind,
        subjectId,
        to: before,
        subject: heading,
        letter: {
          heading,
          paragraphs: [
            `You now sign in with ${after.address}, and mail goes there.`,
            'Was it not you? Tell the organization at once, on a way you have used before. For 90 days we warn you here, too, when a bank account is to be changed.',
          ],
        },
      }),
      await writeMail(work, {
        kind,
        subjectId,
        to: after,
        subject: heading,
        letter: { heading, paragraphs: ['From now on you sign in with this address, and mail goes here.'] },
      }),
    ]
  }),
]
