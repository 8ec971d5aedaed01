import { permission } from '#kernel/actor.ts'

export const readMails = permission('messaging.list-mails', ['owner', 'admin'])
export const retryMails = permission('messaging.send-mail-again', ['owner', 'admin'])
