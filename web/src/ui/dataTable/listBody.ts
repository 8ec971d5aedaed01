import type { ReactNode } from 'react'
import type { Place } from '#web/lib/listState.ts'
import type { Column } from '#web/ui/dataTable/column.ts'
import type { Selecting } from '#web/ui/dataTable/useSelection.ts'

export type Density = 'roomy' | 'dense'

/** What the rows of a table and the cards of a phone are both made of. */
export type ListBody<Row> = Readonly<{
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  total: number | undefined
  rowId: (row: Row) => string
  rowHref: (row: Row) => string
  card: ((row: Row) => ReactNode) | undefined
  /** Undefined where nothing can be done with many rows at once. */
  selecting: Selecting | undefined
  density: Density
  sort: string | undefined
  onSort: (sort: string | undefined) => void
  activeIndex: number
  setActiveIndex: (index: number) => void
  /** The row that has the keyboard, not only the mark. */
  hasKeyboard: boolean
  place: Place | undefined
  remember: (place: Place) => void
  hasMore: boolean
  loadMore: () => void
  isPrevious: boolean
}>

/** How close to the last loaded row the next page is asked for. */
export const pageAheadRows = 25
