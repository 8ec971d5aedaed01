import { mayEverywhere } from '#kernel/actor.ts'
import { command } from '#kernel/command.ts'
import * as contract from './contract.ts'
import { mailRetried } from './events.ts'
import { retryMails } from './permissions.ts'
import { mailNotFailed } from './problems.ts'
import { mailFor, updateMail } from './store.ts'

export const sendMailAgain = command(contract.sendMailAgain)({
  load: ({ tx }, { mailId }) => mailFor(tx, mailId),
  allow: (actor) => mayEverywhere(actor, retryMails),
  run: async ({ tx, now }, mail, { mailId }) => {
    if (mail.status !== 'failed') throw mailNotFailed()
    await updateMail(tx, mailId, { status: 'waiting', attempts: 0, next_try_at: now })
    return { result: { ...mail, status: 'waiting' as const }, events: [mailRetried({ mailId })] }
  },
})
