import type { Statement } from '#kernel/db.ts'
import { sightOfFiled } from '#kernel/sight.ts'
import { readMails } from './permissions.ts'

/** Mails go to people of every department: they are filed under none. */
const mails: Statement = {
  name: 'messaging.filed-mails',
  text: `select id, null as "departmentId" from outgoing_mails where organization_id = $1 and id = any ($2)`,
}

sightOfFiled('mailId', readMails, mails)
