import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { idParam } from '#web/lib/idParam.ts'
import { viewOptions } from '#web/lib/queries.ts'
import { portalRoute } from '#web/routes/organization.ts'

export const myWorkRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/work',
  component: lazyRouteComponent(() => import('#web/modules/work/MyWorkPage.tsx'), 'MyWorkPage'),
})

export const myAssignmentRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/work/$assignmentId',
  params: idParam('assignmentId', 'AssignmentId'),
  loader: async ({ context, params: { assignmentId, organization } }) => {
    const { viewMyAssignment } = await import('#modules/work/contract.ts')
    return context.client.ensureQueryData(viewOptions(viewMyAssignment, { assignmentId }, organization))
  },
  component: lazyRouteComponent(() => import('#web/modules/work/MyAssignmentPage.tsx'), 'MyAssignmentPage'),
})
