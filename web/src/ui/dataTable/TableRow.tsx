import { Checkbox } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ListBody } from '#web/ui/dataTable/listBody.ts'

type TableRowProps<Row> = Readonly<{ body: ListBody<Row>; index: number; height: number }>

export const TableRow = <Row,>({ body, index, height }: TableRowProps<Row>) => {
  const { columns, rows, rowId, rowHref, selecting, activeIndex, setActiveIndex, hasKeyboard } = body
  const element = useRef<HTMLTableRowElement>(null)
  const navigate = useNavigate()
  const isActive = index === activeIndex
  useEffect(() => {
    if (isActive && hasKeyboard) element.current?.focus({ preventScroll: true })
  }, [isActive, hasKeyboard])
  const row = rows[index]
  if (row === undefined) return null
  const id = rowId(row)

  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const act = new Map([
      ['Enter', () => void navigate({ to: rowHref(row) })],
      [' ', () => selecting?.toggle(id)],
      ['ArrowDown', () => setActiveIndex(index + 1)],
      ['ArrowUp', () => setActiveIndex(index - 1)],
    ]).get(event.key)
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <tr
      ref={element}
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={selecting ? selecting.has(id) : undefined}
      data-active={isActive && hasKeyboard}
      style={{ height }}
      onKeyDown={press}
    >
      {selecting ? (
        <td className="DataTable-pick">
          <Checkbox
            tabIndex={-1}
            aria-label="Select this row"
            checked={selecting.has(id)}
            onChange={() => selecting.toggle(id)}
          />
        </td>
      ) : null}
      {columns.map((column, place) => (
        <td key={column.id} data-align={column.align}>
          {place === 0 ? (
            <Link to={rowHref(row)} tabIndex={-1} className="DataTable-open">
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  )
}
