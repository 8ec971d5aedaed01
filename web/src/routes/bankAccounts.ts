import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staffRoute } from '#web/routes/organization.ts'

/** `/northwind/bank-accounts`: those that wait for a second person. */
export const bankAccountsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/bank-accounts',
  component: lazyRouteComponent(() => import('#web/modules/payees/BankAccountsPage.tsx'), 'BankAccountsPage'),
})
