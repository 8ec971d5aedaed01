import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '#web/routes/public.ts'

export const signInRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('#web/modules/access/SignInPage.tsx'), 'SignInPage'),
})
