import { listMails } from './list-mails.ts'
import { readMail } from './read-mail.ts'
import { sendMailAgain } from './send-mail-again.ts'
import { sendMails } from './send-mails.ts'

export { messagingReactions } from './reactions.ts'

export const messagingHandlers = [listMails, readMail, sendMailAgain]
export const messagingSchedules = [sendMails]
