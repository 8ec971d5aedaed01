import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settingsRoute } from '#web/routes/settings.ts'

export const departmentsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/departments',
  component: lazyRouteComponent(() => import('#web/modules/organizations/DepartmentsPage.tsx'), 'DepartmentsPage'),
})
