import { Button, Group } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import type { JournalEntry } from '#modules/audit/contract.ts'
import { formatInstantFully, formatTime } from '#web/lib/formatDate.ts'
import type { Pages } from '#web/lib/usePages.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import './LogRows.css'

type LogRowsProps = Readonly<{
  pages: Pages<JournalEntry, unknown>
  onPerson: (personId: string) => void
  onEvent: (event: string) => void
}>

/** The log, the newest first. Pressing who or what narrows it to that. */
export const LogRows = ({ pages, onPerson, onEvent }: LogRowsProps) => {
  const { rows, isLoading, problem, retry, hasMore, loadMore, isLoadingMore } = pages
  return (
    <Section flush>
      <ProblemNote problem={problem} onRetry={retry} />
      {isLoading ? <SkeletonList rows={8} label="Loading the log" shape="lines" /> : null}
      {rows.length === 0 && !isLoading && !problem ? (
        <EmptyState icon={IconSearchOff} title="Nothing of the kind happened">
          Try another person, another part or more days.
        </EmptyState>
      ) : null}
      <ol className="LogRows">
        {rows.map((entry) => (
          <LogRow key={entry.id} entry={entry} onPerson={onPerson} onEvent={onEvent} />
        ))}
      </ol>
      {hasMore ? (
        <Group p="sm">
          <Button variant="default" size="xs" loading={isLoadingMore} onClick={loadMore}>
            Show earlier
          </Button>
        </Group>
      ) : null}
    </Section>
  )
}

const ways: Readonly<Record<JournalEntry['via'], string>> = {
  session: '',
  key: 'with an API key',
  link: 'by a signed link',
  job: '',
}

type LogRowProps = Readonly<{ entry: JournalEntry }> & Omit<LogRowsProps, 'pages'>

const LogRow = ({ entry, onPerson, onEvent }: LogRowProps) => {
  const { occurredAt, personId, personName, via, name, sentence } = entry
  return (
    <li>
      <span className="LogRows-when numbers" title={formatInstantFully(occurredAt)}>
        <DateText value={occurredAt} />
        <span className="LogRows-time">{formatTime(occurredAt)}</span>
      </span>
      <span className="LogRows-what">
        {personName === null ? (
          <span className="LogRows-who">Muster</span>
        ) : (
          <button type="button" className="LogRows-who" onClick={() => onPerson(personId)}>
            {personName}
          </button>
        )}{' '}
        {sentence} {ways[via]}
      </span>
      <button type="button" className="LogRows-event" onClick={() => onEvent(name)}>
        {name}
      </button>
    </li>
  )
}
