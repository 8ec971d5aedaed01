import { createRoute } from '@tanstack/react-router'
import { NotFoundPage } from '#web/app/NotFoundPage.tsx'
import { portalRoute, staffRoute } from '#web/routes/organization.ts'

/** A wrong address below an organization is still inside its shell. */
export const nothingForStaffRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/$',
  component: NotFoundPage,
})

export const nothingInPortalRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/$',
  component: NotFoundPage,
})
