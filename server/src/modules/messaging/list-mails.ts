import { mayEverywhere } from '#kernel/actor.ts'
import { query } from '#kernel/query.ts'
import * as contract from './contract.ts'
import { readMails } from './permissions.ts'
import { mailsFor } from './store.ts'

export const listMails = query(contract.listMails)({
  allow: (actor) => mayEverywhere(actor, readMails),
  read: async ({ tx, deliversMail }, page) => ({ ...(await mailsFor(tx, page)), delivers: deliversMail }),
})
