import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { portalRoute } from '#web/routes/organization.ts'

export const portalHomeRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/',
  component: lazyRouteComponent(() => import('#web/modules/home/PortalHomePage.tsx'), 'PortalHomePage'),
})
