import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settingsRoute } from '#web/routes/settings.ts'

export const modulesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/modules',
  component: lazyRouteComponent(() => import('#web/modules/organizations/ModulesPage.tsx'), 'ModulesPage'),
})
