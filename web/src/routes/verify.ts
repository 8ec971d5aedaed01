import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '#web/routes/public.ts'

export const verifyRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/verify',
  component: lazyRouteComponent(() => import('#web/modules/agreements/VerifyPage.tsx'), 'VerifyPage'),
})
