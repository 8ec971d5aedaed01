import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { idParam } from '#web/lib/idParam.ts'
import { staffRoute } from '#web/routes/organization.ts'

export const onboardingBoardRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/onboardings',
  component: lazyRouteComponent(
    () => import('#web/modules/onboarding/OnboardingBoardPage.tsx'),
    'OnboardingBoardPage',
  ),
})

export const onboardingRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/onboardings/$onboardingId',
  params: idParam('onboardingId', 'OnboardingId'),
  component: lazyRouteComponent(() => import('#web/modules/onboarding/OnboardingPage.tsx'), 'OnboardingPage'),
})
