import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { portalRoute, staffRoute } from '#web/routes/organization.ts'

const securityPage = lazyRouteComponent(() => import('#web/modules/access/SecurityPage.tsx'), 'SecurityPage')

/** `/northwind/account/security` */
export const securityRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/account/security',
  component: securityPage,
})

/** `/northwind/portal/security`: the same page for contractors. */
export const portalSecurityRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/security',
  component: securityPage,
})
