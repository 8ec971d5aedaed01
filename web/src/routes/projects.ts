import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { idParam } from '#web/lib/idParam.ts'
import { viewOptions } from '#web/lib/queries.ts'
import { staffRoute } from '#web/routes/organization.ts'

export const projectsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/projects',
  component: lazyRouteComponent(() => import('#web/modules/work/ProjectsPage.tsx'), 'ProjectsPage'),
})

export const projectRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/projects/$projectId',
  params: idParam('projectId', 'ProjectId'),
  loader: async ({ context, params: { projectId, organization } }) => {
    const { viewProject } = await import('#modules/work/contract.ts')
    return context.client.ensureQueryData(viewOptions(viewProject, { projectId }, organization))
  },
  component: lazyRouteComponent(() => import('#web/modules/work/ProjectPage.tsx'), 'ProjectPage'),
})
