import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { idParam } from '#web/lib/idParam.ts'
import { settingsRoute } from '#web/routes/settings.ts'

export const flowsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/onboarding',
  component: lazyRouteComponent(() => import('#web/modules/onboarding/FlowsPage.tsx'), 'FlowsPage'),
})

export const newFlowRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/onboarding/new',
  component: lazyRouteComponent(() => import('#web/modules/onboarding/NewFlowPage.tsx'), 'NewFlowPage'),
})

export const flowRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/onboarding/$flowId',
  params: idParam('flowId', 'OnboardingFlowId'),
  component: lazyRouteComponent(() => import('#web/modules/onboarding/FlowPage.tsx'), 'FlowPage'),
})
