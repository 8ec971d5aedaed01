import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { idParam } from '#web/lib/idParam.ts'
import { staffRoute } from '#web/routes/organization.ts'

export const agreementsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/agreements',
  component: lazyRouteComponent(() => import('#web/modules/agreements/AgreementsPage.tsx'), 'AgreementsPage'),
})

export const agreementRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/agreements/$agreementId',
  params: idParam('agreementId', 'AgreementId'),
  component: lazyRouteComponent(() => import('#web/modules/agreements/AgreementPage.tsx'), 'AgreementPage'),
})

export const templatesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/agreements/templates',
  component: lazyRouteComponent(() => import('#web/modules/agreements/TemplatesPage.tsx'), 'TemplatesPage'),
})

export const newTemplateRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/agreements/templates/new',
  component: lazyRouteComponent(() => import('#web/modules/agreements/NewTemplatePage.tsx'), 'NewTemplatePage'),
})

export const templateRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/agreements/templates/$agreementTemplateId',
  params: idParam('agreementTemplateId', 'AgreementTemplateId'),
  component: lazyRouteComponent(() => import('#web/modules/agreements/TemplatePage.tsx'), 'TemplatePage'),
})
