import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { call } from '#web/lib/call.ts'
import type { ProblemError } from '#web/lib/problem.ts'
import { askedOf, keyOf } from '#web/lib/queries.ts'

type Page = Readonly<{ items: readonly unknown[]; next: string | null }>

/** Rows that come page by page, in the shape `DataTable` takes. */
export type Pages<Row, First> = Readonly<{
  rows: readonly Row[]
  /** The first page whole: totals and facet counts come with it. */
  first: First | undefined
  isLoading: boolean
  /** The rows still belong to the previous search. */
  isPrevious: boolean
  isLoadingMore: boolean
  hasMore: boolean
  loadMore: () => void
  problem: ProblemError | null
  retry: () => void
}>

/** All pages of a list endpoint, one after the other: `usePages(listContractors, { q, state, limit: 50 })`. */
export const usePages = <I extends z.ZodType, O extends z.ZodType<Page>>(
  endpoint: Endpoint<I, O>,
  input: z.output<I>,
): Pages<z.output<O>['items'][number], z.output<O>> => {
  const query = useInfiniteQuery({
    queryKey: [...keyOf(endpoint.name), 'pages', askedOf(endpoint, input)],
    // Every list takes `after`; adding it to an input leaves the input what it was.
    queryFn: ({ pageParam, signal }) =>
      call(endpoint, (pageParam ? { ...(input as object), after: pageParam } : input) as z.output<I>, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  })
  const pages = query.data?.pages
  const rows = useMemo(() => pages?.flatMap((page) => [...page.items]) ?? [], [pages])
  return {
    rows,
    first: pages?.[0],
    isLoading: query.isPending,
    isPrevious: query.isPlaceholderData,
    isLoadingMore: query.isFetchingNextPage,
    hasMore: query.hasNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) query.fetchNextPage().catch(() => undefined)
    },
    problem: query.error,
    retry: () => {
      query.refetch().catch(() => undefined)
    },
  }
}
