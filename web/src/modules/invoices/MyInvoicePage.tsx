import { getRouteApi } from '@tanstack/react-router'
import { type InvoiceView, viewMyInvoice } from '#modules/invoices/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { InvoiceDocument } from '#web/modules/invoices/InvoiceDocument.tsx'
import { InvoiceFindings } from '#web/modules/invoices/InvoiceFindings.tsx'
import { InvoiceLines } from '#web/modules/invoices/InvoiceLines.tsx'
import { MyInvoiceActions } from '#web/modules/invoices/MyInvoiceActions.tsx'
import { PaymentSteps } from '#web/modules/invoices/PaymentSteps.tsx'
import { PeriodText } from '#web/modules/invoices/PeriodText.tsx'
import { toneForContractor } from '#web/modules/invoices/toneForContractor.ts'
import { useMyPayability } from '#web/modules/invoices/usePayability.ts'
import { Blockers } from '#web/ui/Blockers.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { type Fact, FactList } from '#web/ui/FactList.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

const route = getRouteApi('/$organization/portal/invoices/$invoiceId')

/** One of the contractor’s invoices: where it is on its way to the money, and what keeps it. */
export const MyInvoicePage = () => {
  const { invoiceId } = route.useParams()
  const { data, error, refetch } = useView(viewMyInvoice, { invoiceId })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={5} label="Loading the invoice" shape="lines" />
  return <MyInvoice invoice={data} onLookAgain={() => void refetch()} />
}

type MyInvoiceProps = Readonly<{ invoice: InvoiceView; onLookAgain: () => void }>

const MyInvoice = ({ invoice, onLookAgain }: MyInvoiceProps) => {
  const { here } = useSession()
  const isSubmitted = invoice.submittedAt !== null
  const payability = useMyPayability(invoice.id, isSubmitted)
  return (
    <>
      <PageHeader
        back={{ to: pathIn(here.slug, 'portal/invoices'), label: 'Invoices' }}
        title={invoice.number}
        state={<StateBadge state={invoice.status} tone={toneForContractor(invoice.status)} />}
        subtitle={`For “${invoice.assignmentTitle}”`}
      />
      <ReasonGiven invoice={invoice} />
      {invoice.can.submit ? (
        <InvoiceFindings title="Look at this before you submit" findings={invoice.findings} />
      ) : null}
      {invoice.can.submit ? null : (
        <Blockers title="Why it is not with you yet" blockers={payability?.blockers ?? []} />
      )}
      {payability && payability.steps.length > 0 && !invoice.can.submit ? (
        <Section title="On its way to you">
          <PaymentSteps steps={payability.steps} />
        </Section>
      ) : null}
      <Section title={invoice.can.submit ? 'Is everything right?' : 'What you claim'}>
        <InvoiceLines invoice={invoice} />
      </Section>
      <Section>
        <FactList facts={factsOf(invoice)} />
      </Section>
      {invoice.note === '' ? null : (
        <Section title="Your note">
          <p className="Prose">{invoice.note}</p>
        </Section>
      )}
      <MyInvoiceActions invoice={invoice} />
      {isSubmitted ? <InvoiceDocument invoice={invoice} onLookAgain={onLookAgain} /> : null}
    </>
  )
}

const ReasonGiven = ({ invoice: { status, reason } }: Pick<MyInvoiceProps, 'invoice'>) => {
  const { here } = useSession()
  if (reason === null) return null
  const title = status === 'returned_for_changes' ? `${here.name} asks for changes` : 'Why it is not paid'
  return (
    <Section title={title}>
      <p className="Prose">{reason}</p>
    </Section>
  )
}

const factsOf = (invoice: InvoiceView): readonly Fact[] => [
  { label: 'Billed to', value: invoice.legalEntityName },
  { label: 'Project', value: invoice.projectName },
  { label: 'Date', value: <DateText value={invoice.issuedOn} /> },
  ...(invoice.periodFrom === null && invoice.periodTo === null
    ? []
    : [{ label: 'Period', value: <PeriodText {...invoice} /> }]),
  ...(invoice.source === 'e-invoice' ? [{ label: 'Read from', value: 'Your e-invoice file' }] : []),
]
