import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '#web/routes/organization.ts'

/** `/northwind` itself. */
export const staffHomeRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/',
  component: lazyRouteComponent(() => import('#web/modules/home/HomePage.tsx'), 'HomePage'),
})
