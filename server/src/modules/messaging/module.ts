import './sight-store.ts'
import type { Module } from '#kernel/module.ts'
import { listMails } from './list-mails.ts'
import { messagingReactions } from './reactions.ts'
import { readMail } from './read-mail.ts'
import { sendMailAgain } from './send-mail-again.ts'
import { sendMails } from './send-mails.ts'

export const messaging: Module = {
  name: 'messaging',
  handlers: [listMails, readMail, sendMailAgain],
  reactions: messagingReactions,
  schedules: [sendMails],
}
