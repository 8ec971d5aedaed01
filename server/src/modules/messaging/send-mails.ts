import { machine } from '#kernel/actor.ts'
import { type Work, workOf } from '#kernel/command.ts'
import { transaction } from '#kernel/db.ts'
import { OrganizationId } from '#kernel/ids.ts'
import type { Mailer } from '#kernel/mailer.ts'
import type { Runtime } from '#kernel/runtime.ts'
import type { Schedule } from '#kernel/worker.ts'
import type { FileId } from '#modules/files/contract.ts'
import { fileView, readFile } from '#modules/files/index.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import { mailToHandOver } from './open-mail.ts'
import { takeWaitingMail, updateMail } from './store.ts'

/** After a day of doubling waits a mail is left to a person. */
const mostAttempts = 12

/**
 * Hands waiting mails to the mail server. A mail is marked in the transaction that holds it: killed in between, it goes
 * out again under the same message id.
 */
export const sendMails: Schedule = {
  name: 'messaging.send-mails',
  everySeconds: 2,
  run: async (runtime, isStopping) => {
    const { mailer } = runtime.outside
    if (!mailer) return
    const { rows } = await runtime.db.pool.query<{ id: string }>({
      name: 'messaging.who-waits',
      text: 'select organizations_with_waiting_mail($1) as id',
      values: [runtime.outside.now()],
    })
    for (const { id } of rows) while (!isStopping?.() && (await sendNext(runtime, mailer, OrganizationId.parse(id))));
  },
}

const sendNext = (runtime: Runtime, mailer: Mailer, organizationId: OrganizationId): Promise<boolean> => {
  const now = runtime.outside.now()
  const actor = machine(organizationId)
  return transaction(runtime.db, actor, async (tx) => {
    const mail = await takeWaitingMail(tx, now)
    if (!mail) return false
    const work = workOf(runtime, tx, { actor, now })
    try {
      if (!mail.content) throw new Error('What this mail said is gone.')
      const content = mailToHandOver(work, { id: mail.id, content: mail.content })
      const attachments = await Promise.all(content.attachmentFileIds.map((fileId) => attachmentOf(work, fileId)))
      const { programmeName } = await organizationOf(tx)
      await mailer.send({
        messageId: `<${mail.id}@${new URL(work.baseUrl).hostname}>`,
        fromName: programmeName,
        toName: mail.toName,
        toAddress: mail.toAddress,
        subject: mail.subject,
        text: content.text,
        html: content.html,
        attachments,
      })
      await updateMail(tx, mail.id, { status: 'sent', sent_at: now, content_sealed: null, last_error: null })
    } catch (error) {
      const attempts = mail.attempts + 1
      await updateMail(tx, mail.id, {
        attempts,
        last_error: error instanceof Error ? error.message : String(error),
        next_try_at: new Date(now.getTime() + Math.min(2 ** attempts * 15_000, 4 * 3_600_000)),
        ...(attempts >= mostAttempts ? { status: 'failed' as const } : {}),
      })
    }
    return true
  })
}

const attachmentOf = async (work: Work, fileId: FileId) => {
  const { name, mediaType } = await fileView(work.tx, fileId)
  return { fileName: name, mediaType, bytes: await readFile(work, fileId) }
}
