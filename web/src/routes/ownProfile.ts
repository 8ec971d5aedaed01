import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { portalRoute } from '#web/routes/organization.ts'

export const ownProfileRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('#web/modules/directory/OwnProfilePage.tsx'), 'OwnProfilePage'),
})
