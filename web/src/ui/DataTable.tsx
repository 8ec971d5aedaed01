import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconSearchOff } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import { z } from 'zod'
import { formatCount } from '#web/lib/formatMoney.ts'
import { isNarrowed, type List } from '#web/lib/listState.ts'
import { useKeys } from '#web/lib/useKeys.ts'
import type { Pages } from '#web/lib/usePages.ts'
import { useRemembered } from '#web/lib/useRemembered.ts'
import { BulkBar } from '#web/ui/dataTable/BulkBar.tsx'
import { Cards } from '#web/ui/dataTable/Cards.tsx'
import { type Column, type Facet, shownColumns } from '#web/ui/dataTable/column.ts'
import type { ListBody } from '#web/ui/dataTable/listBody.ts'
import { TableRows } from '#web/ui/dataTable/TableRows.tsx'
import { Toolbar } from '#web/ui/dataTable/Toolbar.tsx'
import { type Selection, useSelection } from '#web/ui/dataTable/useSelection.ts'
import { ViewButton } from '#web/ui/dataTable/ViewButton.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import './DataTable.css'

export type { Column, Facet } from '#web/ui/dataTable/column.ts'
export type { Selection } from '#web/ui/dataTable/useSelection.ts'

export type DataTableProps<Row> = Readonly<{
  /** What the rows are: one word for many of them, "contractors". */
  noun: string
  columns: readonly Column<Row>[]
  /** From `useListState`. */
  list: List
  /** From `usePages`. */
  pages: Pages<Row, unknown>
  total?: number | undefined
  facets?: readonly Facet[]
  searchLabel: string
  rowId: (row: Row) => string
  rowHref: (row: Row) => string
  /** What the key `e` does with the row that has the keyboard. */
  onEdit?: (row: Row) => void
  /** Buttons for the chosen rows. Without them nothing can be chosen. */
  bulk?: (selection: Selection, clear: () => void) => ReactNode
  /** A row on a phone. Without it: the first column, and the others as lines. */
  card?: (row: Row) => ReactNode
  /** What to show while there is nothing at all: an `EmptyState` with the button that starts it. */
  empty: ReactNode
  /** At the right of the toolbar: export, import. */
  tools?: ReactNode
}>

const Density = z.enum(['roomy', 'dense'])
export const phoneQuery = '(max-width: 48em)'

/** A list of anything: searched, filtered, sorted and paged by the server, its state in the address. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { noun, columns, list, pages, facets = [], searchLabel, empty } = props
  const { state, change } = list
  const [density, setDensity] = useRemembered('density', Density, 'roomy')
  const isPhone = useMediaQuery(phoneQuery) ?? false
  const searchBox = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => searchBox.current?.focus() })
  const isBare = pages.rows.length === 0 && !pages.isLoading && !pages.problem && !isNarrowed(state)
  if (isBare) return <div className="DataTable">{empty}</div>
  return (
    <div className="DataTable" data-density={density}>
      <Toolbar {...{ state, change, searchLabel, facets }} searchRef={searchBox}>
        {props.tools}
        <ViewButton
          {...{ columns, density, isPhone }}
          chosen={state.columns}
          onColumns={(chosen) => change({ columns: chosen })}
          onDensity={setDensity}
          sort={state.sort}
          onSort={(sort) => change({ sort })}
        />
      </Toolbar>
      {pages.problem ? (
        <div className="DataTable-problem">
          <ProblemNote problem={pages.problem} onRetry={pages.retry} />
        </div>
      ) : null}
      {pages.isLoading ? <SkeletonList rows={8} label={`Loading ${noun}`} /> : null}
      {pages.rows.length > 0 ? (
        // Another search is another list: what was chosen and reached in the one before means nothing in it.
        <Result
          key={JSON.stringify([state.search, state.sort, state.filters])}
          {...props}
          {...{ density, isPhone }}
        />
      ) : null}
      {pages.rows.length === 0 && !pages.isLoading && !pages.problem ? (
        <EmptyState
          icon={IconSearchOff}
          title={`No ${noun} match`}
          action={
            <Button variant="default" onClick={() => change({ search: '', filters: {} })}>
              Clear search and filters
            </Button>
          }
        >
          Try fewer words or another filter.
        </EmptyState>
      ) : null}
    </div>
  )
}

type ResultProps<Row> = DataTableProps<Row> & Readonly<{ density: z.output<typeof Density>; isPhone: boolean }>

const Result = <Row,>(props: ResultProps<Row>) => {
  const { noun, columns, list, pages, total, rowId, rowHref, onEdit, bulk, card, density, isPhone } = props
  const { rows, hasMore, loadMore, isPrevious } = pages
  const selecting = useSelection(total)
  const navigate = useNavigate()
  const [activeIndex, setActiveIndex] = useState(() => startingRow(rows.map(rowId), list.place?.activeId))
  const [hasKeyboard, setHasKeyboard] = useState(list.place?.activeId !== undefined)
  const go = (index: number) => {
    setHasKeyboard(true)
    setActiveIndex(Math.max(0, Math.min(index, rows.length - 1)))
  }
  const active = rows[activeIndex]
  const withActive = (act: (row: Row) => void) => () => {
    if (active !== undefined) act(active)
  }
  useKeys({
    j: () => go(hasKeyboard ? activeIndex + 1 : activeIndex),
    k: () => go(activeIndex - 1),
    ...(hasKeyboard
      ? {
          Enter: withActive((row) => void navigate({ to: rowHref(row) })),
          ...(bulk ? { x: withActive((row) => selecting.toggle(rowId(row))), Escape: selecting.clear } : {}),
          ...(onEdit ? { e: withActive(onEdit) } : {}),
        }
      : {}),
  })
  const body: ListBody<Row> = {
    label: noun,
    columns: shownColumns(columns, list.state.columns),
    ...{ rows, total, rowId, rowHref, card, density, activeIndex, hasKeyboard, hasMore, loadMore, isPrevious },
    selecting: bulk && !isPhone ? selecting : undefined,
    sort: list.state.sort,
    onSort: (sort) => list.change({ sort }),
    setActiveIndex: go,
    place: list.place,
    remember: list.remember,
  }
  return (
    <>
      {bulk && !selecting.isEmpty ? (
        <BulkBar selecting={selecting} loaded={rows.length} total={total} hasMore={hasMore}>
          {bulk(selecting.selection, selecting.clear)}
        </BulkBar>
      ) : null}
      {isPhone ? <Cards {...body} /> : <TableRows key={density} {...body} />}
      <p className="DataTable-foot numbers" role="status">
        {footOf(noun, rows.length, total, hasMore)}
      </p>
    </>
  )
}

const startingRow = (ids: readonly string[], activeId: string | undefined): number =>
  activeId === undefined ? 0 : Math.max(0, ids.indexOf(activeId))

/** `entries`, `people` and `agreements` are counted one by one, too. */
const oneOf = (noun: string): string =>
  noun === 'people' ? 'person' : noun.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')

const footOf = (noun: string, loaded: number, total: number | undefined, hasMore: boolean): string => {
  if (!hasMore) return loaded === 1 ? `1 ${oneOf(noun)}` : `${formatCount(loaded)} ${noun}`
  return total === undefined
    ? `The first ${formatCount(loaded)} ${noun}; scroll for more`
    : `${formatCount(total)} ${noun}`
}
