import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settingsRoute } from '#web/routes/settings.ts'

export const contractorTypesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/contractor-types',
  component: lazyRouteComponent(
    () => import('#web/modules/directory/ContractorTypesPage.tsx'),
    'ContractorTypesPage',
  ),
})
