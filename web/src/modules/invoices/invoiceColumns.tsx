import type { InvoiceRow } from '#modules/invoices/contract.ts'
import type { Column } from '#web/ui/DataTable.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import { PersonName } from '#web/ui/PersonName.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

export const invoiceColumns: readonly Column<InvoiceRow>[] = [
  {
    id: 'contractor',
    header: 'Contractor',
    width: 220,
    cell: ({ contractorName, number }) => <PersonName name={contractorName} detail={number} />,
  },
  { id: 'state', header: 'State', width: 150, cell: ({ status }) => <StateBadge state={status} /> },
  { id: 'project', header: 'Project', width: 150, cell: ({ projectName }) => projectName },
  { id: 'department', header: 'Department', width: 115, cell: ({ departmentName }) => departmentName },
  { id: 'issued', header: 'Issued', width: 90, cell: ({ issuedOn }) => <DateText value={issuedOn} /> },
  { id: 'submitted', header: 'Submitted', width: 105, cell: ({ submittedAt }) => <DateText value={submittedAt} /> },
  { id: 'total', header: 'Total', width: 120, align: 'end', cell: ({ total }) => <MoneyText value={total} /> },
]
