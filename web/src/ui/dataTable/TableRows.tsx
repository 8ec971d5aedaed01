import { Checkbox } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { ListBody } from '#web/ui/dataTable/listBody.ts'
import { pageAheadRows } from '#web/ui/dataTable/listBody.ts'
import { TableHead } from '#web/ui/dataTable/TableHead.tsx'
import { TableRow } from '#web/ui/dataTable/TableRow.tsx'

const rowHeights = { roomy: 52, dense: 38 } as const
const headHeight = 38

/** The table of a desktop: only the rows in sight are in the page, however many there are. */
export const TableRows = <Row,>(body: ListBody<Row>) => {
  const { label, columns, rows, total, rowId, selecting, density, activeIndex, hasKeyboard } = body
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeights[density],
    overscan: 10,
    initialOffset: body.place?.offset ?? 0,
    scrollPaddingStart: headHeight,
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const lastIndex = items.at(-1)?.index ?? 0
  const { hasMore, loadMore } = body
  useEffect(() => {
    if (hasMore && lastIndex >= rows.length - pageAheadRows) loadMore()
  }, [hasMore, loadMore, lastIndex, rows.length])
  useEffect(() => {
    if (hasKeyboard) virtual.scrollToIndex(activeIndex)
  }, [virtual, activeIndex, hasKeyboard])

  const before = items[0]?.start ?? 0
  // At first no row is there yet: the list is as high as it will be, so that it can be scrolled to its place.
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div
      className="DataTable-scroll"
      ref={scroller}
      data-previous={body.isPrevious}
      onScroll={(event) => {
        const row = rows[activeIndex]
        body.remember({
          offset: event.currentTarget.scrollTop,
          activeId: hasKeyboard && row ? rowId(row) : undefined,
        })
      }}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are chosen and walked by keys: a grid.
        role="grid"
        aria-label={label}
        aria-rowcount={total ?? -1}
        aria-multiselectable={selecting !== undefined}
        className="DataTable-table numbers"
        style={{ minWidth: columns.reduce((sum, { width }) => sum + width, selecting ? 44 : 0) }}
      >
        <colgroup>
          {selecting ? <col style={{ width: 44 }} /> : null}
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
        </colgroup>
        <TableHead {...body} selectAll={selecting ? <SelectLoaded {...body} /> : null} />
        <tbody>
          <Gap height={before} />
          {items.map(({ index }) => (
            <TableRow key={index} body={body} index={index} height={rowHeights[density]} />
          ))}
          <Gap height={after} />
        </tbody>
      </table>
    </div>
  )
}

/** Stands for the rows above or below that are not in the page. */
const Gap = ({ height }: Readonly<{ height: number }>) =>
  height > 0 ? (
    <tr aria-hidden className="DataTable-gap">
      <td style={{ height }} />
    </tr>
  ) : null

const SelectLoaded = <Row,>({ rows, rowId, selecting }: ListBody<Row>) => {
  const ids = rows.map(rowId)
  const isAll = ids.length > 0 && ids.every((id) => selecting?.has(id))
  return (
    <Checkbox
      aria-label="Select all rows"
      checked={isAll}
      indeterminate={!isAll && !selecting?.isEmpty}
      onChange={() => (isAll ? selecting?.clear() : selecting?.addAll(ids))}
    />
  )
}
