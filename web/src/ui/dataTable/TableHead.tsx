import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { nextSort } from '#web/lib/listState.ts'
import type { Column } from '#web/ui/dataTable/column.ts'
import type { ListBody } from '#web/ui/dataTable/listBody.ts'

type TableHeadProps<Row> = Pick<ListBody<Row>, 'columns' | 'sort' | 'onSort'> & Readonly<{ selectAll: ReactNode }>

export const TableHead = <Row,>({ columns, sort, onSort, selectAll }: TableHeadProps<Row>) => (
  <thead>
    <tr>
      {selectAll === null ? null : <th scope="col">{selectAll}</th>}
      {columns.map((column) => (
        <th key={column.id} scope="col" data-align={column.align} aria-sort={directionOf(column, sort)}>
          {column.sort === undefined ? (
            column.header
          ) : (
            <button type="button" onClick={() => onSort(nextSort(sort, column.sort ?? ''))}>
              {column.header}
              <SortMark direction={directionOf(column, sort)} />
            </button>
          )}
        </th>
      ))}
    </tr>
  </thead>
)

type Direction = 'ascending' | 'descending' | undefined

const directionOf = <Row,>(column: Column<Row>, sort: string | undefined): Direction => {
  if (column.sort === undefined || sort === undefined) return undefined
  if (sort === column.sort) return 'ascending'
  return sort === `-${column.sort}` ? 'descending' : undefined
}

const SortMark = ({ direction }: Readonly<{ direction: Direction }>) => {
  if (direction === undefined) return null
  return direction === 'ascending' ? <IconArrowUp size={13} aria-hidden /> : <IconArrowDown size={13} aria-hidden />
}
