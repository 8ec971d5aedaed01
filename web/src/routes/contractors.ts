import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '#web/routes/organization.ts'

export const contractorsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/contractors',
  component: lazyRouteComponent(() => import('#web/modules/directory/ContractorsPage.tsx'), 'ContractorsPage'),
})
