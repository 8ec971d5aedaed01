import { contractorRoute } from '#web/routes/contractor.ts'
import { contractorsRoute } from '#web/routes/contractors.ts'
import { homeRoute } from '#web/routes/home.ts'
import { invitationRoute } from '#web/routes/invitation.ts'
import { organizationRoute, portalRoute, staffRoute } from '#web/routes/organization.ts'
import { portalHomeRoute } from '#web/routes/portalHome.ts'
import { publicRoute } from '#web/routes/public.ts'
import { resetPasswordRoute } from '#web/routes/resetPassword.ts'
import { rootRoute } from '#web/routes/root.ts'
import { setUpRoute } from '#web/routes/setUp.ts'
import { signInRoute } from '#web/routes/signIn.ts'
import { signInLinkRoute } from '#web/routes/signInLink.ts'
import { staffHomeRoute } from '#web/routes/staffHome.ts'

/** Every page there is. A page that is not here cannot be opened. */
export const siteMap = rootRoute.addChildren([
  publicRoute.addChildren([homeRoute, signInRoute, signInLinkRoute, resetPasswordRoute, invitationRoute, setUpRoute]),
  organizationRoute.addChildren([
    staffRoute.addChildren([staffHomeRoute, contractorsRoute, contractorRoute]),
    portalRoute.addChildren([portalHomeRoute]),
  ]),
])
