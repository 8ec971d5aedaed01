import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '#web/routes/organization.ts'

export const addContractorRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/contractors/new',
  component: lazyRouteComponent(() => import('#web/modules/directory/AddContractorPage.tsx'), 'AddContractorPage'),
})
