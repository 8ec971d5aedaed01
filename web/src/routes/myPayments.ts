import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { portalRoute } from '#web/routes/organization.ts'

export const myPaymentsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/payments',
  component: lazyRouteComponent(() => import('#web/modules/payments/MyPaymentsPage.tsx'), 'MyPaymentsPage'),
})
