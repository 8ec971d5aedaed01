import type { Generated } from 'kysely'
import type { MailRow } from './contract.ts'

export type MessagingTables = {
  outgoing_mails: {
    organization_id: string
    id: string
    kind: string
    subject_id: string
    to_name: string
    to_address: string
    subject: string
    content_sealed: string | null
    link_purpose: string | null
    link_id: string | null
    status: MailRow['status']
    attempts: Generated<number>
    next_try_at: Date
    last_error: string | null
    written_at: Date
    sent_at: Date | null
  }
}
