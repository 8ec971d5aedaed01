import type { PayRunRow } from '#modules/payments/contract.ts'
import { PayRunState } from '#web/modules/payments/PayRunState.tsx'
import { wordsOfMethod } from '#web/modules/payments/wordsOfMethod.ts'
import type { Column } from '#web/ui/DataTable.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { MoneyText } from '#web/ui/MoneyText.tsx'

export const payRunColumns: readonly Column<PayRunRow>[] = [
  { id: 'number', header: 'Pay run', width: 110, cell: ({ number }) => `Pay run ${number}` },
  { id: 'state', header: 'State', width: 160, cell: ({ status }) => <PayRunState status={status} /> },
  { id: 'entity', header: 'Paid by', width: 190, cell: ({ legalEntityName }) => legalEntityName },
  { id: 'payOn', header: 'Pay day', width: 100, cell: ({ payOn }) => <DateText value={payOn} /> },
  { id: 'method', header: 'File', width: 210, cell: ({ method }) => wordsOfMethod.get(method) },
  { id: 'payments', header: 'Payments', width: 100, align: 'end', cell: ({ payments }) => payments },
  { id: 'invoices', header: 'Invoices', width: 100, align: 'end', cell: ({ invoices }) => invoices },
  { id: 'total', header: 'Total', width: 140, align: 'end', cell: ({ total }) => <MoneyText value={total} /> },
]
