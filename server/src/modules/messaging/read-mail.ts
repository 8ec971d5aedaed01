import { mayEverywhere } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { mailToRead } from './open-mail.ts'
import { readMails } from './permissions.ts'
import { mailDelivered, mailOfEarlierVersion } from './problems.ts'
import { mailFor } from './store.ts'

/**
 * While no mail server is set up (development, demo) somebody has to be able to read what people are told; as soon as
 * one is, nobody but the addressee does. The links that let people in are never in what is read here.
 */
export const readMail = query(contract.readMail)({
  allow: (actor) => mayEverywhere(actor, readMails),
  read: async (work, { mailId }) => {
    const mail = await mailFor(work.tx, mailId)
    if (work.deliversMail || !mail.content) throw mailDelivered()
    const said = mailToRead(work, { id: mailId, content: mail.content })
    if (!said) throw mailOfEarlierVersion()
    return { ...mail, ...said }
  },
})
