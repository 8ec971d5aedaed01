import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { changeInvoice, type InvoiceView, viewMyInvoice } from '#modules/invoices/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useCommandForm } from '#web/lib/useCommandForm.ts'
import { useView } from '#web/lib/useView.ts'
import { InvoiceFields } from '#web/modules/invoices/InvoiceFields.tsx'
import { sentInvoice, typedInvoice } from '#web/modules/invoices/typedInvoice.ts'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

const route = getRouteApi('/$organization/portal/invoices/$invoiceId/change')

/** A draft, or an invoice that came back. */
export const ChangeInvoicePage = () => {
  const { invoiceId } = route.useParams()
  const { here } = useSession()
  const { data, error, refetch } = useView(viewMyInvoice, { invoiceId })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={5} label="Loading the invoice" shape="lines" />
  return (
    <>
      <PageHeader
        back={{ to: pathIn(here.slug, `portal/invoices/${invoiceId}`), label: data.number }}
        title="Change the invoice"
        subtitle={`For “${data.assignmentTitle}”`}
      />
      {data.reason === null ? null : (
        <Section title={`${here.name} asks for changes`}>
          <p className="Prose">{data.reason}</p>
        </Section>
      )}
      <Form key={data.version} invoice={data} />
    </>
  )
}

const Form = ({ invoice }: Readonly<{ invoice: InvoiceView }>) => {
  const { here } = useSession()
  const navigate = useNavigate()
  const { id: invoiceId, version, currency, lines, adjustment } = invoice
  const form = useCommandForm(changeInvoice, {
    initial: typedInvoice(invoice),
    inputFrom: (values) => ({ ...sentInvoice(values), invoiceId, version }),
    refreshes: ['invoices'],
    onDone: () => void navigate({ to: pathIn(here.slug, `portal/invoices/${invoiceId}`) }),
    // What was typed over an older content must not come back over a newer one.
    draft: { name: `invoice.${invoiceId}.${version}`, never: [] },
  })
  return (
    <InvoiceFields
      form={form}
      currency={currency}
      unit={lines[0]?.unit ?? 'hour'}
      unitPrice=""
      adjustment={adjustment}
    />
  )
}
