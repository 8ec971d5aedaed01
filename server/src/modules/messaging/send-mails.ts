import { schedule } from '#kernel/background/schedule.ts'
import type { Ground, Work } from '#kernel/command.ts'
import { bytesOf, fileView } from '#modules/files/index.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import { MailId } from './contract.ts'
import { mailToHandOver } from './open-mail.ts'
import { holdWaitingMail, updateMail, waitingMailIds, whoseMailWaits } from './store.ts'

/** After a day of doubling waits a mail is left to a person. */
const mostAttempts = 12

/**
 * Hands waiting mails to the mail server, outside every transaction. Killed between the mail server's word and ours, it
 * goes out again under the same message id.
 */
export const sendMails = schedule({
  name: 'messaging.send-mails',
  everySeconds: 2,
  whose: (now) => ({ statement: whoseMailWaits, values: [now] }),
  due: async ({ tx, now, deliversMail }, search) => (deliversMail ? waitingMailIds(tx, { now, ...search }) : []),
  one: {
    lane: 'outside',
    load: (work, id) => letterFor(work, MailId.parse(id)),
    prepare: (ground, letter) =>
      deliver(ground, letter).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      ),
    run: async ({ tx, now, prepared: complaint }, { mail }) => {
      await updateMail(
        tx,
        mail.id,
        complaint === undefined
          ? { status: 'sent', sent_at: now, content_sealed: null, last_error: null }
          : refusedBy(complaint, mail.attempts + 1, now),
      )
      return []
    },
  },
})

type Letter = NonNullable<Awaited<ReturnType<typeof letterFor>>>

/** Everything that is sent, but for the bytes of what comes with it. */
const letterFor = async (work: Work, mailId: MailId) => {
  const { tx, now } = work
  const mail = await holdWaitingMail(tx, mailId, now)
  if (!mail) return undefined
  if (!mail.content) throw new Error('What this mail said is gone.')
  const { programmeName } = await organizationOf(tx)
  const content = mailToHandOver(work, { id: mailId, content: mail.content })
  const files = await Promise.all(content.attachmentFileIds.map((fileId) => fileView(tx, fileId)))
  return { mail, programmeName, content, files }
}

const deliver = async (ground: Ground, { mail, programmeName, content, files }: Letter): Promise<void> => {
  const { mailer, baseUrl } = ground
  if (!mailer) throw new Error('There is no mail server any more.')
  await mailer.send({
    messageId: `<${mail.id}@${new URL(baseUrl).hostname}>`,
    fromName: programmeName,
    toName: mail.toName,
    toAddress: mail.toAddress,
    subject: mail.subject,
    text: content.text,
    html: content.html,
    attachments: await Promise.all(
      files.map(async (file) => ({
        fileName: file.name,
        mediaType: file.mediaType,
        bytes: await bytesOf(ground, file),
      })),
    ),
  })
}

const refusedBy = (complaint: string, attempts: number, now: Date) => ({
  attempts,
  last_error: complaint,
  next_try_at: new Date(now.getTime() + Math.min(2 ** attempts * 15_000, 4 * 3_600_000)),
  ...(attempts >= mostAttempts ? { status: 'failed' as const } : {}),
})
