import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settingsRoute } from '#web/routes/settings.ts'

export const brandSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/brand',
  component: lazyRouteComponent(
    () => import('#web/modules/organizations/BrandSettingsPage.tsx'),
    'BrandSettingsPage',
  ),
})
