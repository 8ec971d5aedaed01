import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router'
import { sessionOf } from '#web/app/session.ts'
import { signedInOr } from '#web/app/signedInOr.ts'
import { forgetDraftsOfOthers } from '#web/lib/drafts.ts'
import { viewOptions } from '#web/lib/queries.ts'
import { rootRoute } from '#web/routes/root.ts'

/** `/northwind/…`: knows who is asking before any page below it loads. */
export const organizationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$organization',
  beforeLoad: async ({ context, params, location }) => {
    const { me } = await import('#modules/access/contract.ts')
    const asked = context.client.ensureQueryData(viewOptions(me, {}, params.organization))
    const session = sessionOf(await signedInOr(location, asked))
    if (!session) throw notFound()
    forgetDraftsOfOthers(session.person.id)
    return { session }
  },
})

/** The staff pages, in their shell. Whoever is only a contractor here belongs into the portal. */
export const staffRoute = createRoute({
  getParentRoute: () => organizationRoute,
  id: 'staff',
  beforeLoad: ({ context, params }) => {
    const isMember = context.session.here.roles.some((role) => role !== 'contractor')
    if (!isMember) throw redirect({ to: '/$organization/portal', params })
  },
  component: lazyRouteComponent(() => import('#web/app/StaffPages.tsx'), 'StaffPages'),
})

/** The contractor's pages, in theirs. */
export const portalRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/portal',
  beforeLoad: ({ context }) => {
    if (context.session.here.contractorId === null) throw notFound()
  },
  component: lazyRouteComponent(() => import('#web/app/PortalPages.tsx'), 'PortalPages'),
})
