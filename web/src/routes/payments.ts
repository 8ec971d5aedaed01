import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { idParam } from '#web/lib/idParam.ts'
import { viewOptions } from '#web/lib/queries.ts'
import { staffRoute } from '#web/routes/organization.ts'

/** `/northwind/payments`: what will be paid next. */
export const duePaymentsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/payments',
  component: lazyRouteComponent(() => import('#web/modules/payments/DuePage.tsx'), 'DuePage'),
})

export const payRunsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/payments/runs',
  component: lazyRouteComponent(() => import('#web/modules/payments/PayRunsPage.tsx'), 'PayRunsPage'),
})

export const payRunRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/payments/runs/$payRunId',
  params: idParam('payRunId', 'PayRunId'),
  loader: async ({ context, params: { payRunId, organization } }) => {
    const { viewPayRun } = await import('#modules/payments/contract.ts')
    return context.client.ensureQueryData(viewOptions(viewPayRun, { payRunId }, organization))
  },
  component: lazyRouteComponent(() => import('#web/modules/payments/PayRunPage.tsx'), 'PayRunPage'),
})

export const paymentRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/payments/$paymentId',
  params: idParam('paymentId', 'PaymentId'),
  loader: async ({ context, params: { paymentId, organization } }) => {
    const { viewPayment } = await import('#modules/payments/contract.ts')
    return context.client.ensureQueryData(viewOptions(viewPayment, { paymentId }, organization))
  },
  component: lazyRouteComponent(() => import('#web/modules/payments/PaymentPage.tsx'), 'PaymentPage'),
})

/** `/northwind/payments/ledger/…`: one account of the books, by its legal entity, kind, owner and currency. */
export const ledgerAccountRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/payments/ledger/$legalEntityId/$kind/$ownerId/$currency',
  component: lazyRouteComponent(() => import('#web/modules/payments/LedgerAccountPage.tsx'), 'LedgerAccountPage'),
})

export const ledgerRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/payments/ledger',
  component: lazyRouteComponent(() => import('#web/modules/payments/LedgerPage.tsx'), 'LedgerPage'),
})
