import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterContextProvider,
} from '@tanstack/react-router'
import { type RenderResult, render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { PersonId } from '#kernel/ids.ts'
import { SessionProvider } from '#web/app/SessionProvider.tsx'
import type { Session } from '#web/app/session.ts'
import { ClockContext } from '#web/lib/clock.ts'
import { createQueryClient } from '#web/lib/queries.ts'
import { parseSearch, stringifySearch } from '#web/lib/searchParams.ts'
import { cssVariablesResolver, themeOf } from '#web/theme.ts'

/** Dana, a manager at Northwind, on the morning of 22 November 2026. */
export const dana: Session = {
  person: {
    id: PersonId.parse('01930000-0000-7000-8000-000000000001'),
    name: 'Dana Whitfield',
    email: 'dana@northwind.example',
    twoFactor: false,
    passkeys: 0,
  },
  organizations: [],
  here: {
    id: '01930000-0000-7000-8000-000000000002',
    slug: 'northwind',
    name: 'Northwind',
    brand: { programmeName: 'Northwind', brandColor: '#4f46e5', hasLogo: false },
    modulesOff: [],
    roles: ['manager'],
    departmentIds: null,
    contractorId: null,
    standing: null,
    can: [],
  },
}

export const now = new Date('2026-11-22T09:00:00Z')

type Shown = RenderResult & Readonly<{ user: UserEvent; address: () => string }>

/** Shows something as a page would: themed, with queries, inside a router, seen by Dana. */
export const show = (children: ReactNode, at = '/northwind/contractors'): Shown => {
  const root = createRootRoute({ component: Outlet })
  const anywhere = createRoute({ getParentRoute: () => root, path: '$' })
  const router = createRouter({
    routeTree: root.addChildren([anywhere]),
    history: createMemoryHistory({ initialEntries: [at] }),
    parseSearch,
    stringifySearch,
  })
  const user = userEvent.setup()
  const shown = render(
    <MantineProvider theme={themeOf('#4f46e5')} cssVariablesResolver={cssVariablesResolver} env="test">
      <QueryClientProvider client={createQueryClient()}>
        <ClockContext value={() => now}>
          <SessionProvider session={dana}>
            <RouterContextProvider router={router}>{children}</RouterContextProvider>
          </SessionProvider>
        </ClockContext>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { ...shown, user, address: () => router.history.location.href }
}
