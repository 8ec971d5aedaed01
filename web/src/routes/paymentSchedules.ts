import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { settingsRoute } from '#web/routes/settings.ts'

export const paymentSchedulesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/payment-schedules',
  component: lazyRouteComponent(
    () => import('#web/modules/payments/PaymentSchedulesPage.tsx'),
    'PaymentSchedulesPage',
  ),
})
