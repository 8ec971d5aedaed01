import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { id } from '#kernel/ids.ts'
import { pageInput, pageOf } from '#kernel/page.ts'

export const MailId = id('MailId')
export type MailId = z.output<typeof MailId>

export const mailStatuses = ['waiting', 'sent', 'failed'] as const

export const MailRow = z.object({
  id: MailId,
  kind: z.string().describe('Which notice it is, such as `contractor-invitation`'),
  toName: z.string(),
  toAddress: z.string(),
  subject: z.string(),
  status: z.enum(mailStatuses),
  attempts: z.int(),
  lastError: z.string().nullable(),
  writtenAt: Instant,
  sentAt: Instant.nullable(),
})
export type MailRow = z.output<typeof MailRow>

export const listMails = endpoint({
  name: 'messaging.list-mails',
  method: 'GET',
  path: '/outgoing-mails',
  summary: 'Mails that go out, newest first',
  input: z.strictObject({ status: z.enum(mailStatuses).optional(), ...pageInput }),
  output: pageOf(MailRow).extend({ delivers: z.boolean().describe('False while no mail server is set up') }),
})

export const readMail = endpoint({
  name: 'messaging.read-mail',
  method: 'GET',
  path: '/outgoing-mails/:mailId',
  summary: 'What a mail says, while no mail server is set up to deliver it',
  input: z.strictObject({ mailId: MailId }),
  output: MailRow.extend({ text: z.string(), html: z.string() }),
})

export const sendMailAgain = endpoint({
  name: 'messaging.send-mail-again',
  method: 'POST',
  path: '/outgoing-mails/:mailId/retry',
  summary: 'Try a mail again that could not be delivered',
  input: z.strictObject({ mailId: MailId }),
  output: MailRow,
})
