import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { idParam } from '#web/lib/idParam.ts'
import { viewOptions } from '#web/lib/queries.ts'
import { staffRoute } from '#web/routes/organization.ts'

/** `/northwind/invoices`: what waits for a decision. Whoever decides nothing starts with the full list. */
export const invoiceInboxRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/invoices',
  beforeLoad: ({ context, params }) => {
    if (context.session.here.can.includes('invoices.approve')) return
    throw redirect({ to: '/$organization/invoices/all', params, replace: true })
  },
  component: lazyRouteComponent(() => import('#web/modules/invoices/InvoiceInboxPage.tsx'), 'InvoiceInboxPage'),
})

export const invoicesRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/invoices/all',
  component: lazyRouteComponent(() => import('#web/modules/invoices/InvoicesPage.tsx'), 'InvoicesPage'),
})

export const invoiceRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/invoices/$invoiceId',
  params: idParam('invoiceId', 'InvoiceId'),
  loader: async ({ context, params: { invoiceId, organization } }) => {
    const { viewInvoice } = await import('#modules/invoices/contract.ts')
    return context.client.ensureQueryData(viewOptions(viewInvoice, { invoiceId }, organization))
  },
  component: lazyRouteComponent(() => import('#web/modules/invoices/InvoicePage.tsx'), 'InvoicePage'),
})
