import type { Work } from '#kernel/command.ts'
import type { Sealed } from '#kernel/secrets.ts'
import { linkAddress, pageOfLink } from '#modules/access/index.ts'
import type { MailId } from './contract.ts'
import { DressedContent, dressed, type Letter, MailContent, type MailedLink } from './mail-content.ts'
import { placeOf } from './write-mail.ts'

type Written = Readonly<{ id: MailId; content: Sealed }>
type Ground = Pick<Work, 'secrets' | 'baseUrl'> & Readonly<{ tx: Pick<Work['tx'], 'organizationId'> }>

/** What the mail server gets: the one place where a link is put into what a mail says. */
export const mailToHandOver = (ground: Ground, mail: Written): DressedContent => {
  const { organizationId } = ground.tx
  const { content, earlier } = contentOf(ground, mail)
  if (!content) return earlier
  const withLink = (link: MailedLink) => linkAddress(ground, { ...link, organizationId })
  return {
    ...dressed(wordsOf(content.letter, withLink), content.brand),
    attachmentFileIds: content.attachmentFileIds,
  }
}

/** What anybody but the addressee may read: the page a link leads to, without what makes it work. */
export const mailToRead = (ground: Ground, mail: Written): Readonly<{ text: string; html: string }> | undefined => {
  const { content } = contentOf(ground, mail)
  return (
    content &&
    dressed(
      wordsOf(content.letter, ({ purpose }) => pageOfLink(ground, purpose)),
      content.brand,
    )
  )
}

const contentOf = ({ secrets, tx }: Ground, { id, content }: Written) => {
  const said: unknown = JSON.parse(secrets.open(placeOf(tx.organizationId, id), content))
  const written = MailContent.safeParse(said)
  if (written.success) return { content: written.data }
  return { earlier: DressedContent.parse(said) }
}

const wordsOf = ({ button, ...letter }: Letter, urlOf: (link: MailedLink) => string) => ({
  ...letter,
  button: button && ('link' in button ? { label: button.label, url: urlOf(button.link) } : button),
})
