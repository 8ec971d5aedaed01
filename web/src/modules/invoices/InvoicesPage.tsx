import { IconFileInvoice } from '@tabler/icons-react'
import { InvoiceStatus, invoiceStatuses, listInvoices } from '#modules/invoices/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { readable } from '#web/lib/readable.ts'
import { useListState } from '#web/lib/useListState.ts'
import { usePages } from '#web/lib/usePages.ts'
import { InvoiceCard } from '#web/modules/invoices/InvoiceCard.tsx'
import { InvoicesHeader } from '#web/modules/invoices/InvoicesHeader.tsx'
import { invoiceColumns } from '#web/modules/invoices/invoiceColumns.tsx'
import { DataTable, type Facet } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ListPage } from '#web/ui/ListPage.tsx'
import { wordOf } from '#web/ui/toneOf.ts'

/** All invoices that were ever submitted, the newest first. */
export const InvoicesPage = () => {
  const { here } = useSession()
  const list = useListState(['status'])
  const { search, filters } = list.state
  const pages = usePages(listInvoices, {
    search: search === '' ? undefined : search,
    status: readable(InvoiceStatus, filters.status),
    limit: 50,
  })
  return (
    <ListPage>
      <InvoicesHeader subtitle="What contractors claimed, and where it stands" />
      <DataTable
        noun="invoices"
        searchLabel="Search number or contractor"
        columns={invoiceColumns}
        list={list}
        pages={pages}
        facets={[states]}
        rowId={({ id }) => id}
        rowHref={({ id }) => pathIn(here.slug, `invoices/${id}`)}
        card={(invoice) => <InvoiceCard invoice={invoice} />}
        empty={
          <EmptyState icon={IconFileInvoice} title="Invoices arrive here">
            Contractors write them in their portal, from the work they accepted.
          </EmptyState>
        }
      />
    </ListPage>
  )
}

/** Nobody but the contractor sees a draft, and some states have no way in yet. */
const unseen: readonly InvoiceStatus[] = ['draft', 'disputed', 'credited', 'paid_outside']

const states: Facet = {
  id: 'status',
  label: 'State',
  options: invoiceStatuses
    .filter((status) => !unseen.includes(status))
    .map((value) => ({ value, label: wordOf(value) })),
}
