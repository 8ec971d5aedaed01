import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '#web/routes/public.ts'

export const signInLinkRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/sign-in/link',
  component: lazyRouteComponent(() => import('#web/modules/access/SignInLinkPage.tsx'), 'SignInLinkPage'),
})
