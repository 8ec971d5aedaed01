import { IconFileInvoice } from '@tabler/icons-react'
import { listInvoices } from '#modules/invoices/contract.ts'
import type { CommandGroup } from '#web/app/commandSources.ts'
import { useSession } from '#web/app/session.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'

const foundMax = 5

/** Invoices by number or contractor, for the command palette. */
export const useInvoiceCommands = (query: string): CommandGroup => {
  const { here } = useSession()
  const enabled = query.length >= 2 && here.can.includes('invoices.list')
  const found = useView(listInvoices, { search: query, limit: foundMax }, { enabled, keepPrevious: true })
  const items = enabled ? (found.data?.items ?? []) : []
  return {
    title: 'Invoices',
    isAsking: enabled && found.isFetching,
    commands: items.map(({ id, number, contractorName, total }) => ({
      id,
      label: number,
      detail: `${contractorName}, ${formatMoney(total)}`,
      icon: IconFileInvoice,
      to: pathIn(here.slug, `invoices/${id}`),
    })),
  }
}
