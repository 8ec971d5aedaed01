import { createRoute, redirect } from '@tanstack/react-router'
import { staffRoute } from '#web/routes/organization.ts'

/** `/northwind` itself: the first page that there is. */
export const staffHomeRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/$organization/contractors', params, replace: true })
  },
})
