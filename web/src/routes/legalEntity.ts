import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { idParam } from '#web/lib/idParam.ts'
import { viewOptions } from '#web/lib/queries.ts'
import { settingsRoute } from '#web/routes/settings.ts'

export const legalEntityRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/legal-entities/$legalEntityId',
  params: idParam('legalEntityId', 'LegalEntityId'),
  loader: async ({ context, params: { legalEntityId, organization } }) => {
    const { viewLegalEntity } = await import('#modules/organizations/contract.ts')
    return context.client.ensureQueryData(viewOptions(viewLegalEntity, { legalEntityId }, organization))
  },
  component: lazyRouteComponent(() => import('#web/modules/organizations/LegalEntityPage.tsx'), 'LegalEntityPage'),
})
