import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Pages } from '#web/lib/usePages.ts'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Rows } from '#web/ui/Rows.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

type PagedRowsProps<Item> = Readonly<{
  /** What the rows are: "invoices". */
  noun: string
  pages: Pages<Item, unknown>
  /** A `Row` with its key. */
  row: (item: Item) => ReactNode
  /** Shown when there are none. */
  empty: ReactNode
}>

/** A short list that comes page by page, inside a flush `Section`. */
export const PagedRows = <Item,>({ noun, pages, row, empty }: PagedRowsProps<Item>) => {
  const { rows, isLoading, problem, hasMore, isLoadingMore, loadMore, retry } = pages
  return (
    <>
      <ProblemNote problem={problem} onRetry={retry} />
      {isLoading ? <SkeletonList rows={4} label={`Loading ${noun}`} shape="lines" /> : null}
      {rows.length === 0 && !isLoading && !problem ? empty : null}
      {rows.length > 0 ? <Rows>{rows.map(row)}</Rows> : null}
      {hasMore ? (
        <Group p="sm">
          <Button variant="default" size="xs" loading={isLoadingMore} onClick={loadMore}>
            Show more {noun}
          </Button>
        </Group>
      ) : null}
    </>
  )
}
