import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '#web/routes/organization.ts'

export const importContractorsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/contractors/import',
  component: lazyRouteComponent(() => import('#web/modules/directory/ImportPage.tsx'), 'ImportPage'),
})
