import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '#web/routes/public.ts'

export const confirmAddressRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/sign-in/address',
  component: lazyRouteComponent(() => import('#web/modules/access/ConfirmAddressPage.tsx'), 'ConfirmAddressPage'),
})
