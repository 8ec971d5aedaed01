import { z } from 'zod'
import { event } from '#kernel/event.ts'
import { MailId } from './contract.ts'

export const mailWritten = event(
  'messaging.mail-written',
  'wrote a mail: {kind}',
  z.object({ mailId: MailId, subjectId: z.uuid(), kind: z.string() }),
  // That somebody was told is part of the object's story; what the mail said is asked of the mail.
  { about: 'subjectId' },
)

export const mailRetried = event('messaging.mail-retried', 'sent a mail again', z.object({ mailId: MailId }))

export const mailsPutAside = event(
  'messaging.mails-put-aside',
  'put {mails} mails aside that an earlier state would have sent again',
  z.object({ mails: z.int() }),
)
