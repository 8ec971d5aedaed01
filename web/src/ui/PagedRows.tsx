import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Pages } from '#web/lib/usePages.ts'
import { LinkRows } from '#web/ui/LinkRows.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

type PagedRowsProps<Row> = Readonly<{
  /** What the rows are: "invoices". */
  noun: string
  pages: Pages<Row, unknown>
  /** A `LinkRow` with its key. */
  row: (row: Row) => ReactNode
  /** Shown when there are none. */
  empty: ReactNode
}>

/** A short list that comes page by page, inside a flush `Section`. */
export const PagedRows = <Row,>({ noun, pages, row, empty }: PagedRowsProps<Row>) => {
  const { rows, isLoading, problem, hasMore, isLoadingMore, loadMore, retry } = pages
  return (
    <>
      <ProblemNote problem={problem} onRetry={retry} />
      {isLoading ? <SkeletonList rows={4} label={`Loading ${noun}`} shape="lines" /> : null}
      {rows.length === 0 && !isLoading && !problem ? empty : null}
      {rows.length > 0 ? <LinkRows>{rows.map(row)}</LinkRows> : null}
      {hasMore ? (
        <div className="LinkRows-more">
          <Button variant="default" size="xs" loading={isLoadingMore} onClick={loadMore}>
            Show more {noun}
          </Button>
        </div>
      ) : null}
    </>
  )
}
