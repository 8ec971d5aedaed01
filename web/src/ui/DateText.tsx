import { Tooltip } from '@mantine/core'
import type { PlainDate } from '#kernel/dates.ts'
import { formatDay, formatDayFully, formatInstant, formatInstantFully } from '#web/lib/formatDate.ts'
import { useNow } from '#web/lib/useNow.ts'

type DateTextProps = Readonly<{
  /** A day, or a moment: moments within a day are told relative to now. */
  value: PlainDate | Date | null | undefined
  /** Said when there is none. */
  none?: string
}>

/** "12 Nov", or "3 h ago" within a day; the full date, and for a moment its zone, on hover and for assistive technology. */
export const DateText = ({ value, none = '—' }: DateTextProps) => {
  const now = useNow()
  if (!value) return <span>{none}</span>
  const isMoment = value instanceof Date
  const full = isMoment ? formatInstantFully(value) : formatDayFully(value)
  return (
    <Tooltip label={full}>
      <time className="numbers" dateTime={isMoment ? value.toISOString() : value} style={{ whiteSpace: 'nowrap' }}>
        {isMoment ? formatInstant(value, now) : formatDay(value, now)}
      </time>
    </Tooltip>
  )
}
