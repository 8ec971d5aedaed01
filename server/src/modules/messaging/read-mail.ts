import { mayEverywhere } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { MailContent } from './mail-content.ts'
import { readMails } from './permissions.ts'
import { mailDelivered } from './problems.ts'
import { mailFor } from './store.ts'
import { placeOf } from './write-mail.ts'

/**
 * Mails carry links that sign people in. While no mail server is set up (development, demo) somebody has to be able to
 * open them here; as soon as one is, nobody but the addressee reads them.
 */
export const readMail = query(contract.readMail)({
  allow: (actor) => mayEverywhere(actor, readMails),
  read: async ({ tx, mailer, secrets }, { mailId }) => {
    const mail = await mailFor(tx, mailId)
    if (mailer !== undefined || !mail.content) throw mailDelivered()
    const { text, html } = MailContent.parse(
      JSON.parse(secrets.open(placeOf(tx.organizationId, mailId), mail.content)),
    )
    return { ...mail, text, html }
  },
})
