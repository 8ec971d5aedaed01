import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { idParam } from '#web/lib/idParam.ts'
import { viewOptions } from '#web/lib/queries.ts'
import { staffRoute } from '#web/routes/organization.ts'

export const changeContractorRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/contractors/$contractorId/change',
  params: idParam('contractorId', 'ContractorId'),
  loader: async ({ context, params: { contractorId, organization } }) => {
    const { viewContractor } = await import('#modules/directory/contract.ts')
    return context.client.ensureQueryData(viewOptions(viewContractor, { contractorId }, organization))
  },
  component: lazyRouteComponent(
    () => import('#web/modules/directory/ChangeContractorPage.tsx'),
    'ChangeContractorPage',
  ),
})
