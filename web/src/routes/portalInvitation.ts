import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { publicRoute } from '#web/routes/public.ts'

export const portalInvitationRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/portal-invitation',
  component: lazyRouteComponent(
    () => import('#web/modules/onboarding/PortalInvitationPage.tsx'),
    'PortalInvitationPage',
  ),
})
