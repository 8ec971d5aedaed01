import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { InvoiceView } from '#modules/invoices/contract.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { PeriodText } from '#web/modules/invoices/PeriodText.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import type { Fact } from '#web/ui/FactList.tsx'

/** What an approver checks an invoice against. */
export const invoiceFacts = (invoice: InvoiceView, organization: string): readonly Fact[] => {
  const linked = (path: string, label: string) => (
    <Anchor component={Link} to={pathIn(organization, path)} inherit>
      {label}
    </Anchor>
  )
  return [
    { label: 'Contractor', value: linked(`contractors/${invoice.contractorId}`, invoice.contractorName) },
    { label: 'Work', value: linked(`assignments/${invoice.assignmentId}`, invoice.assignmentTitle) },
    { label: 'Project', value: linked(`projects/${invoice.projectId}`, invoice.projectName) },
    { label: 'Department', value: invoice.departmentName },
    { label: 'Paid by', value: invoice.legalEntityName },
    { label: 'Period', value: <PeriodText {...invoice} /> },
    { label: 'Issued', value: <DateText value={invoice.issuedOn} /> },
    { label: 'Submitted', value: <DateText value={invoice.submittedAt} /> },
    ...(invoice.source === 'e-invoice' ? [{ label: 'Read from', value: 'An e-invoice file' }] : []),
  ]
}
