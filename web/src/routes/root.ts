import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext } from '@tanstack/react-router'
import { RootPage } from '#web/app/RootPage.tsx'
import { readSearch } from '#web/lib/searchParams.ts'

/** Above every page. What an address says after `?` is text; each page reads what it knows and leaves the rest. */
export const rootRoute = createRootRouteWithContext<Readonly<{ client: QueryClient }>>()({
  component: RootPage,
  validateSearch: readSearch,
})
