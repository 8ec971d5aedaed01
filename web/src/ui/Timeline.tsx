import type { ReactNode } from 'react'
import { DateText } from '#web/ui/DateText.tsx'
import './Timeline.css'

export type TimelineEntry = Readonly<{
  id: string
  at: Date
  /** Who did it; the system itself has no initials to show. */
  actorName: string
  /** In plain words and past tense, going on after the name: "approved invoice NW-104 over $1,250.00". */
  sentence: string
  detail?: ReactNode
}>

type TimelineProps = Readonly<{
  entries: readonly TimelineEntry[]
  onMore?: () => void
}>

/** What happened, newest first, as the journal tells it. */
export const Timeline = ({ entries, onMore }: TimelineProps) => (
  <div>
    <ol className="Timeline">
      {entries.map(({ id, at, actorName, sentence, detail }) => (
        <li key={id} className="Timeline-entry">
          <p className="Timeline-sentence">
            <strong>{actorName}</strong> {sentence}
          </p>
          {detail === undefined ? null : <div className="Timeline-detail">{detail}</div>}
          <p className="Timeline-at">
            <DateText value={at} />
          </p>
        </li>
      ))}
    </ol>
    {onMore ? (
      <button type="button" className="Timeline-more" onClick={onMore}>
        Show earlier
      </button>
    ) : null}
  </div>
)
