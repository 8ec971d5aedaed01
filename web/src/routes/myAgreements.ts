import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { idParam } from '#web/lib/idParam.ts'
import { portalRoute } from '#web/routes/organization.ts'

export const myAgreementsRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/agreements',
  component: lazyRouteComponent(() => import('#web/modules/agreements/MyAgreementsPage.tsx'), 'MyAgreementsPage'),
})

export const myAgreementRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/agreements/$agreementId',
  params: idParam('agreementId', 'AgreementId'),
  component: lazyRouteComponent(() => import('#web/modules/agreements/MyAgreementPage.tsx'), 'MyAgreementPage'),
})
