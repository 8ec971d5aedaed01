import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { staffRoute } from '#web/routes/organization.ts'

/** `/northwind/settings/…`, with its own list of pages. */
export const settingsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('#web/app/SettingsPages.tsx'), 'SettingsPages'),
})

/** `/northwind/settings` itself: the first of them. */
export const settingsHomeRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/$organization/settings/organization', params, replace: true })
  },
})
