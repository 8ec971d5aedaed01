import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { signedInOr } from '#web/app/signedInOr.ts'
import { viewOptions } from '#web/lib/queries.ts'
import { publicRoute } from '#web/routes/public.ts'

/** `/`: the one organization somebody belongs to, or the choice between several. */
export const homeRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/',
  loader: async ({ context, location }) => {
    const { me } = await import('#modules/access/contract.ts')
    const { organizations } = await signedInOr(location, context.client.ensureQueryData(viewOptions(me, {})))
    const [only, ...others] = organizations
    if (only && others.length === 0) throw redirect({ to: '/$organization', params: { organization: only.slug } })
    return organizations
  },
  component: lazyRouteComponent(() => import('#web/modules/access/OrganizationsPage.tsx'), 'OrganizationsPage'),
})
