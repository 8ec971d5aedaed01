import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatCount } from '#web/lib/formatMoney.ts'
import type { Selecting } from '#web/ui/dataTable/useSelection.ts'

type BulkBarProps = Readonly<{
  selecting: Selecting
  /** How many rows are loaded, and how many there are, if that is known. */
  loaded: number
  total: number | undefined
  hasMore: boolean
  children: ReactNode
}>

/** What can be done with the chosen rows, and the way from the rows on the screen to the whole result. */
export const BulkBar = ({ selecting, loaded, total, hasMore, children }: BulkBarProps) => {
  const { selection, count, takeResult, clear } = selecting
  const mayWiden = selection.kind === 'rows' && selection.ids.size >= loaded && hasMore
  return (
    <div className="BulkBar" role="toolbar" aria-label="With the chosen rows">
      <span className="BulkBar-count numbers" role="status">
        {count === undefined ? 'Everything that matches is selected' : `${formatCount(count)} selected`}
      </span>
      {mayWiden ? (
        <Button variant="subtle" size="compact-sm" onClick={takeResult}>
          {total === undefined ? 'Select everything that matches' : `Select all ${formatCount(total)} that match`}
        </Button>
      ) : null}
      <div className="BulkBar-actions">
        {children}
        <Button variant="subtle" color="gray" size="xs" onClick={clear}>
          Clear
        </Button>
      </div>
    </div>
  )
}
