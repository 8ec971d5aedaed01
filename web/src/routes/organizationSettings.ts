import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settingsRoute } from '#web/routes/settings.ts'

export const organizationSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/organization',
  component: lazyRouteComponent(
    () => import('#web/modules/organizations/OrganizationSettingsPage.tsx'),
    'OrganizationSettingsPage',
  ),
})
