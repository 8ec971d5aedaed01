import { SegmentedControl } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { listMails, type MailRow, mailStatuses } from '#modules/messaging/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useAddressParams } from '#web/lib/useAddressParams.ts'
import { usePages } from '#web/lib/usePages.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PagedRows } from '#web/ui/PagedRows.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { RowEnd } from '#web/ui/RowEnd.tsx'
import { Row } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** Every mail that goes out, and whether it did. */
export const MailsPage = () => {
  const [said, change] = useAddressParams()
  const status = mailStatuses.find((one) => one === said.status)
  const pages = usePages(listMails, { status, limit: 30 })
  const isKept = pages.first?.delivers === false
  return (
    <>
      <PageHeader title="Outgoing mail" subtitle={subtitleFor(pages.first?.delivers)} />
      <SegmentedControl
        aria-label="State"
        value={status ?? 'all'}
        onChange={(next) => change({ status: next === 'all' ? undefined : next })}
        data={[
          { value: 'all', label: 'All' },
          { value: 'waiting', label: isKept ? kept : 'Waiting' },
          { value: 'sent', label: 'Sent' },
          { value: 'failed', label: 'Failed' },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      <Section flush>
        <PagedRows
          noun="mails"
          pages={pages}
          row={(mail) => <Mail key={mail.id} mail={mail} isKept={isKept} />}
          empty={
            <EmptyState icon={IconMail} title={status ? 'No mail is in this state' : 'No mail was written yet'}>
              Invitations, offers and notices about invoices and payments appear here as they are written.
            </EmptyState>
          }
        />
      </Section>
    </>
  )
}

const subtitleFor = (delivers: boolean | undefined): string => {
  if (delivers === undefined) return 'What Muster writes to people'
  return delivers
    ? 'Delivered by your mail server. What a mail says is not kept once it is sent.'
    : 'Mails are kept here and not sent, because no mail server is set (SMTP_URL). They go out once one is. Links that let people in are never shown here.'
}

const Mail = ({ mail, isKept }: Readonly<{ mail: MailRow; isKept: boolean }>) => {
  const { here } = useSession()
  return (
    <Row
      to={pathIn(here.slug, `settings/mails/${mail.id}`)}
      title={mail.subject}
      detail={
        <>
          <bdi>{mail.toName}</bdi> · <DateText value={mail.writtenAt} />
        </>
      }
    >
      <RowEnd state={<MailState status={mail.status} isKept={isKept} />} />
    </Row>
  )
}

/** What a waiting mail is where there is no server it could wait for. */
const kept = 'Kept'

export const MailState = ({ status, isKept }: Pick<MailRow, 'status'> & Readonly<{ isKept: boolean }>) =>
  status === 'waiting' && isKept ? (
    <StateBadge state={status} label={kept} tone="idle" />
  ) : (
    <StateBadge state={status} {...(status === 'sent' ? { tone: 'done' } : {})} />
  )
