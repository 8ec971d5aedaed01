import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { portalRoute } from '#web/routes/organization.ts'

export const myPayoutRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/payout',
  component: lazyRouteComponent(() => import('#web/modules/payees/MyPayoutPage.tsx'), 'MyPayoutPage'),
})
