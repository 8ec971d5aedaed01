import type { ReactNode } from 'react'

/** A column of a list. Its id is part of addresses that people share, so it stays once published. */
export type Column<Row> = Readonly<{
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** In pixels; what is left over is shared out in proportion. */
  width: number
  /** Numbers and money at the end, so that figures stand under figures. */
  align?: 'start' | 'end'
  /** What the server calls it when sorting; without it the column cannot be sorted by. */
  sort?: string
  /** Shown only when somebody asks for it. */
  startsHidden?: boolean
}>

/** A filter with its values and, where the server counts them, how many rows each would leave. */
export type Facet = Readonly<{
  id: string
  label: string
  options: readonly FacetOption[]
}>

export type FacetOption = Readonly<{ value: string; label: string; count?: number }>

/** The first column names the row: it is always there, first, and holds the link. */
export const shownColumns = <Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | undefined,
): readonly Column<Row>[] =>
  columns.filter(({ id, startsHidden }, index) => index === 0 || (chosen ? chosen.includes(id) : !startsHidden))
