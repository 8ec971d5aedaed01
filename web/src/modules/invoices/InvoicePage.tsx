import { getRouteApi } from '@tanstack/react-router'
import { type InvoiceView, viewInvoice } from '#modules/invoices/contract.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { SubjectTimeline } from '#web/modules/audit/SubjectTimeline.tsx'
import { DecisionButtons } from '#web/modules/invoices/DecisionButtons.tsx'
import { InvoiceDocument } from '#web/modules/invoices/InvoiceDocument.tsx'
import { InvoiceFindings } from '#web/modules/invoices/InvoiceFindings.tsx'
import { InvoiceLines } from '#web/modules/invoices/InvoiceLines.tsx'
import { invoiceFacts } from '#web/modules/invoices/invoiceFacts.tsx'
import { PaymentSteps } from '#web/modules/invoices/PaymentSteps.tsx'
import { useDecision } from '#web/modules/invoices/useDecision.ts'
import { usePayability } from '#web/modules/invoices/usePayability.ts'
import { VoidButton } from '#web/modules/invoices/VoidButton.tsx'
import { Apart } from '#web/ui/Apart.tsx'
import { Blockers } from '#web/ui/Blockers.tsx'
import { DetailLayout } from '#web/ui/DetailLayout.tsx'
import { FactList } from '#web/ui/FactList.tsx'
import { Initials } from '#web/ui/PersonName.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

const route = getRouteApi('/$organization/staff/invoices/$invoiceId')

/** One invoice: what it claims, what keeps it from being paid, and what happened to it. */
export const InvoicePage = () => {
  const { invoiceId } = route.useParams()
  const { data, error, refetch } = useView(viewInvoice, { invoiceId })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonList rows={6} label="Loading the invoice" shape="lines" />
  return <Invoice invoice={data} onLookAgain={() => void refetch()} />
}

type InvoiceProps = Readonly<{ invoice: InvoiceView; onLookAgain: () => void }>

const Invoice = ({ invoice, onLookAgain }: InvoiceProps) => {
  const { organization } = route.useParams()
  const payability = usePayability(invoice.id)
  return (
    <DetailLayout
      back={{ to: pathIn(organization, 'invoices/all'), label: 'Invoices' }}
      figure={<Initials name={invoice.contractorName} size="lg" />}
      title={invoice.number}
      state={<StateBadge state={invoice.status} />}
      subtitle={<Apart names={[invoice.contractorName, invoice.assignmentTitle]} />}
      actions={<Actions invoice={invoice} />}
      blockers={
        <>
          <ReasonGiven invoice={invoice} />
          <InvoiceFindings title="To look at" findings={invoice.findings} />
          <Blockers title="Before this invoice is paid" blockers={payability?.blockers ?? []} />
        </>
      }
      tabs={[
        {
          id: 'invoice',
          label: 'Invoice',
          content: (
            <>
              <Section title="What is claimed">
                <InvoiceLines invoice={invoice} />
              </Section>
              {invoice.note === '' ? null : (
                <Section title={`Note from ${invoice.contractorName}`}>
                  <p className="Prose">{invoice.note}</p>
                </Section>
              )}
              <InvoiceDocument invoice={invoice} onLookAgain={onLookAgain} />
            </>
          ),
        },
      ]}
      rail={
        <>
          {payability && payability.steps.length > 0 ? (
            <Section title="On its way to the money">
              <PaymentSteps steps={payability.steps} />
            </Section>
          ) : null}
          <Section title="On file">
            <FactList facts={invoiceFacts(invoice, organization)} />
          </Section>
          <SubjectTimeline subjectId={invoice.id} />
        </>
      }
    />
  )
}

const Actions = ({ invoice }: Readonly<{ invoice: InvoiceView }>) => {
  const decision = useDecision(invoice, () => undefined)
  return (
    <>
      {invoice.can.void ? <VoidButton invoice={invoice} /> : null}
      {invoice.can.decide ? <DecisionButtons invoice={invoice} decision={decision} /> : null}
      <ProblemNote problem={decision.approval.error} />
    </>
  )
}

const titles: Readonly<Partial<Record<InvoiceView['status'], string>>> = {
  returned_for_changes: 'Returned for changes',
  rejected: 'Why it was rejected',
  void: 'Why it is void',
}

const ReasonGiven = ({ invoice: { status, reason } }: Readonly<{ invoice: InvoiceView }>) => {
  const title = titles[status]
  return title === undefined || reason === null ? null : (
    <Section title={title}>
      <p className="Prose">{reason}</p>
    </Section>
  )
}
