import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '#web/routes/organization.ts'

export const auditRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('#web/modules/audit/AuditPage.tsx'), 'AuditPage'),
})

export const verificationRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/audit/verification',
  component: lazyRouteComponent(() => import('#web/modules/audit/VerificationPage.tsx'), 'VerificationPage'),
})
