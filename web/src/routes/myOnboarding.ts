import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { portalRoute } from '#web/routes/organization.ts'

export const myOnboardingRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/onboarding',
  component: lazyRouteComponent(() => import('#web/modules/onboarding/MyOnboardingPage.tsx'), 'MyOnboardingPage'),
})
