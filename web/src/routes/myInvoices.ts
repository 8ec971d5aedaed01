import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { idParam } from '#web/lib/idParam.ts'
import { viewOptions } from '#web/lib/queries.ts'
import { portalRoute } from '#web/routes/organization.ts'

export const myInvoicesRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/invoices',
  component: lazyRouteComponent(() => import('#web/modules/invoices/MyInvoicesPage.tsx'), 'MyInvoicesPage'),
})

/** `/northwind/portal/invoices/new?assignment=…` */
export const newInvoiceRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/invoices/new',
  component: lazyRouteComponent(() => import('#web/modules/invoices/NewInvoicePage.tsx'), 'NewInvoicePage'),
})

export const myInvoiceRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/invoices/$invoiceId',
  params: idParam('invoiceId', 'InvoiceId'),
  loader: async ({ context, params: { invoiceId, organization } }) => {
    const { viewMyInvoice } = await import('#modules/invoices/contract.ts')
    return context.client.ensureQueryData(viewOptions(viewMyInvoice, { invoiceId }, organization))
  },
  component: lazyRouteComponent(() => import('#web/modules/invoices/MyInvoicePage.tsx'), 'MyInvoicePage'),
})

export const changeInvoiceRoute = createRoute({
  getParentRoute: () => portalRoute,
  path: '/invoices/$invoiceId/change',
  params: idParam('invoiceId', 'InvoiceId'),
  component: lazyRouteComponent(() => import('#web/modules/invoices/ChangeInvoicePage.tsx'), 'ChangeInvoicePage'),
})
