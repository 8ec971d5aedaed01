import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '#web/routes/organization.ts'

/** `/northwind/reports?by=project&from=2026-01&to=2026-11` */
export const spendRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/reports',
  component: lazyRouteComponent(() => import('#web/modules/reports/SpendPage.tsx'), 'SpendPage'),
})
