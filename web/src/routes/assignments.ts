import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { idParam } from '#web/lib/idParam.ts'
import { viewOptions } from '#web/lib/queries.ts'
import { staffRoute } from '#web/routes/organization.ts'

export const assignmentsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/assignments',
  component: lazyRouteComponent(() => import('#web/modules/work/AssignmentsPage.tsx'), 'AssignmentsPage'),
})

/** `/northwind/assignments/new`; `?contractor=` and `?project=` fill it in. */
export const addAssignmentRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/assignments/new',
  component: lazyRouteComponent(() => import('#web/modules/work/AddAssignmentPage.tsx'), 'AddAssignmentPage'),
})

export const assignmentRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/assignments/$assignmentId',
  params: idParam('assignmentId', 'AssignmentId'),
  loader: async ({ context, params: { assignmentId, organization } }) => {
    const { viewAssignment } = await import('#modules/work/contract.ts')
    return context.client.ensureQueryData(viewOptions(viewAssignment, { assignmentId }, organization))
  },
  component: lazyRouteComponent(() => import('#web/modules/work/AssignmentPage.tsx'), 'AssignmentPage'),
})
