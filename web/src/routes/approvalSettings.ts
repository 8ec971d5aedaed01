import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settingsRoute } from '#web/routes/settings.ts'

export const approvalSettingsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/approvals',
  component: lazyRouteComponent(
    () => import('#web/modules/approvals/ApprovalSettingsPage.tsx'),
    'ApprovalSettingsPage',
  ),
})
