import { Link } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type ListBody, pageAheadRows } from '#web/ui/dataTable/listBody.ts'

const likelyHeight = 92

/** The same rows on a phone: cards one below the other, the page itself scrolls. */
export const Cards = <Row,>(body: ListBody<Row>) => {
  const { label, rows, rowId, rowHref, hasMore, loadMore, remember } = body
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => likelyHeight,
    overscan: 6,
    scrollMargin: top,
    initialOffset: body.place?.offset ?? 0,
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const lastIndex = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && lastIndex >= rows.length - pageAheadRows) loadMore()
  }, [hasMore, loadMore, lastIndex, rows.length])
  useEffect(() => () => remember({ offset: window.scrollY, activeId: undefined }), [remember])
  return (
    <ul
      ref={list}
      aria-label={label}
      className="DataTable-cards"
      data-previous={body.isPrevious}
      style={{ height: virtual.getTotalSize() }}
    >
      {items.map(({ index, start }) => {
        const row = rows[index]
        return row === undefined ? null : (
          <li
            key={rowId(row)}
            ref={virtual.measureElement}
            data-index={index}
            style={{ transform: `translateY(${start - top}px)` }}
          >
            <Link to={rowHref(row)} className="DataTable-card">
              {body.card ? body.card(row) : <PlainCard row={row} columns={body.columns} />}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

/** The first column as the title, the others as lines under their names. */
const PlainCard = <Row,>({ row, columns }: Readonly<{ row: Row }> & Pick<ListBody<Row>, 'columns'>) => (
  <>
    <div className="DataTable-cardTitle">{columns[0]?.cell(row)}</div>
    <dl className="DataTable-cardFacts">
      {columns.slice(1).map(({ id, header, cell }) => (
        <div key={id}>
          <dt>{header}</dt>
          <dd>{cell(row)}</dd>
        </div>
      ))}
    </dl>
  </>
)
