import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { ErrorPage } from '#web/app/ErrorPage.tsx'
import { NothingPage } from '#web/app/NotFoundPage.tsx'
import { parseSearch, stringifySearch } from '#web/lib/searchParams.ts'
import { siteMap } from '#web/routes/siteMap.ts'

export const createAppRouter = (client: QueryClient) =>
  createRouter({
    routeTree: siteMap,
    context: { client },
    parseSearch,
    stringifySearch,
    // Pages load when the pointer rests on their link, so that the press finds them ready.
    defaultPreload: 'intent',
    // Loaded data is kept by TanStack Query, which knows better when it is old.
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NothingPage,
  })

export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
