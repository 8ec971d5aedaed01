import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { type RenderResult, render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { SessionProvider } from '#web/app/SessionProvider.tsx'
import { ClockContext } from '#web/lib/clock.ts'
import { createQueryClient } from '#web/lib/queries.ts'
import { parseSearch, readSearch, stringifySearch } from '#web/lib/searchParams.ts'
import { dana, now } from '#web/test/show.tsx'
import { cssVariablesResolver, themeOf } from '#web/theme.ts'

type Place = Readonly<{
  /** The address of the page: `/northwind/invoices?invoice=…`. */
  at: string
  /** What Dana may do here. */
  can?: readonly string[]
  /** Whose portal it is, when the page is a contractor's. */
  contractorId?: string
}>

type Shown = RenderResult & Readonly<{ user: UserEvent; address: () => string }>

/** Shows a whole page at its address, so that it reads and changes what the address says. */
export const showPage = (page: ReactNode, { at, can = [], contractorId }: Place): Shown => {
  window.history.replaceState(null, '', at)
  const root = createRootRoute({ component: Outlet, validateSearch: readSearch })
  const anywhere = createRoute({ getParentRoute: () => root, path: '$', component: () => page })
  const router = createRouter({
    routeTree: root.addChildren([anywhere]),
    history: createMemoryHistory({ initialEntries: [at] }),
    parseSearch,
    stringifySearch,
  })
  const here = { ...dana.here, can: [...can], contractorId: contractorId ?? null }
  const user = userEvent.setup()
  const shown = render(
    <MantineProvider theme={themeOf('#4f46e5')} cssVariablesResolver={cssVariablesResolver} env="test">
      <QueryClientProvider client={createQueryClient()}>
        <ClockContext value={() => now}>
          <SessionProvider session={{ ...dana, here }}>
            {/* Its own router, not the app's: the types of the app's addresses mean nothing to it. */}
            <RouterProvider router={router as never} />
          </SessionProvider>
        </ClockContext>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { ...shown, user, address: () => router.history.location.href }
}
