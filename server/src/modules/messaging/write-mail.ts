import type { Work } from '#kernel/command.ts'
import type { DomainEvent } from '#kernel/event.ts'
import type { FileId } from '#modules/files/contract.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import { MailId } from './contract.ts'
import { mailWritten } from './events.ts'
import type { Letter, MailContent } from './mail-content.ts'
import { insertMail } from './store.ts'

export type { Letter }

type Draft = Readonly<{
  /** Which notice it is; the outgoing list shows it. */
  kind: string
  /** What it is about: the mail appears in that object's timeline. */
  subjectId: string
  to: Readonly<{ name: string; address: string }>
  subject: string
  letter: Letter
  attachmentFileIds?: readonly FileId[]
}>

/** Puts a mail in the outgoing list, in the transaction of the reaction that wants it. Sent after the commit. */
export const writeMail = async (work: Work, draft: Draft): Promise<DomainEvent> => {
  const { tx, now, newId, secrets } = work
  const organization = await organizationOf(tx)
  const brand = {
    programmeName: organization.programmeName,
    organizationName: organization.name,
    color: organization.brandColor,
  }
  const mailId = newId(MailId)
  const { kind, subjectId, subject, letter } = draft
  const content: MailContent = { letter, brand, attachmentFileIds: [...(draft.attachmentFileIds ?? [])] }
  await insertMail(
    tx,
    {
      id: mailId,
      kind,
      subjectId,
      toName: oneLine(draft.to.name),
      toAddress: draft.to.address,
      subject: oneLine(subject),
      content: secrets.seal(placeOf(tx.organizationId, mailId), JSON.stringify(content)),
      link: letter.button && 'link' in letter.button ? letter.button.link : null,
    },
    now,
  )
  return mailWritten({ mailId, subjectId, kind })
}

export const placeOf = (organizationId: string, mailId: string) => ({
  organizationId,
  table: 'outgoing_mails',
  column: 'content_sealed',
  rowId: mailId,
})

/** A line break in a header would start another header. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
