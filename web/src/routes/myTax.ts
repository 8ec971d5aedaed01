import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { portalRoute } from '#web/routes/organization.ts'

export const myTaxRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/tax',
  component: lazyRouteComponent(() => import('#web/modules/tax/MyTaxPage.tsx'), 'MyTaxPage'),
})
