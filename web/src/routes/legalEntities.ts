import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settingsRoute } from '#web/routes/settings.ts'

export const legalEntitiesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/legal-entities',
  component: lazyRouteComponent(
    () => import('#web/modules/organizations/LegalEntitiesPage.tsx'),
    'LegalEntitiesPage',
  ),
})
