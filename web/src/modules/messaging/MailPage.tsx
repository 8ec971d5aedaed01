import { Button, SegmentedControl } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { readMail, sendMailAgain } from '#modules/messaging/contract.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommand } from '#web/lib/useCommand.ts'
import { useView } from '#web/lib/useView.ts'
import { MailState } from '#web/modules/messaging/MailsPage.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import './MailPage.css'

type Mail = z.output<typeof readMail.output>

const route = getRouteApi('/$organization/staff/settings/mails/$mailId')

/** One mail as its reader gets it, while it is kept here; one that failed can be sent again. */
export const MailPage = () => {
  const { organization, mailId } = route.useParams()
  const { data, error, refetch } = useView(readMail, { mailId })
  const retry = useCommand(sendMailAgain, ['messaging'])
  const back = { to: pathIn(organization, 'settings/mails'), label: 'Outgoing mail' }
  if (error) {
    return (
      <>
        <PageHeader title="Outgoing mail" back={back} />
        <ProblemNote problem={error} onRetry={() => void refetch()} />
      </>
    )
  }
  if (!data) return <SkeletonList rows={5} label="Loading the mail" shape="lines" />
  return (
    <>
      <PageHeader
        back={back}
        title={data.subject}
        // A mail can be read only while no mail server is set.
        state={<MailState status={data.status} isKept />}
        actions={
          data.status === 'failed' ? (
            <Button loading={retry.isPending} onClick={() => retry.mutate({ mailId })}>
              Send it again
            </Button>
          ) : undefined
        }
      />
      <ProblemNote problem={retry.error} />
      <Section>
        <FactList facts={factsOf(data)} />
      </Section>
      <Reading mail={data} />
    </>
  )
}

const factsOf = (mail: Mail) => [
  { label: 'To', value: `${mail.toName} <${mail.toAddress}>` },
  { label: 'Written', value: <DateText value={mail.writtenAt} /> },
  { label: 'Sent', value: <DateText value={mail.sentAt} none="No mail server is set (SMTP_URL)" /> },
  ...(mail.lastError === null ? [] : [{ label: 'What the server said', value: mail.lastError }]),
]

const Reading = ({ mail }: Readonly<{ mail: Mail }>) => {
  const [form, setForm] = useState<'html' | 'text'>('html')
  return (
    <Section
      title="What it says"
      flush
      actions={
        <SegmentedControl
          aria-label="Form"
          size="xs"
          value={form}
          onChange={(next) => setForm(next === 'text' ? 'text' : 'html')}
          data={[
            { value: 'html', label: 'As shown' },
            { value: 'text', label: 'Text' },
          ]}
        />
      }
    >
      {form === 'html' ? (
        // Nothing in a mail may run, send forms or lead away from here.
        <iframe className="MailPage-frame" title={mail.subject} sandbox="" srcDoc={mail.html} />
      ) : (
        <pre className="MailPage-text">{mail.text}</pre>
      )}
    </Section>
  )
}
