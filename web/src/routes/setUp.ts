import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '#web/routes/public.ts'

export const setUpRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/set-up',
  component: lazyRouteComponent(() => import('#web/modules/access/SetUpPage.tsx'), 'SetUpPage'),
})
