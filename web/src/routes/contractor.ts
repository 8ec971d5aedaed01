import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ContractorId, viewContractor } from '#modules/directory/contract.ts'
import { viewOptions } from '#web/lib/queries.ts'
import { staffRoute } from '#web/routes/organization.ts'

export const contractorRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/contractors/$contractorId',
  params: { parse: ({ contractorId }) => ({ contractorId: ContractorId.parse(contractorId) }) },
  loader: ({ context, params: { contractorId, organization } }) =>
    context.client.ensureQueryData(viewOptions(viewContractor, { contractorId }, organization)),
  component: lazyRouteComponent(() => import('#web/modules/directory/ContractorPage.tsx'), 'ContractorPage'),
})
