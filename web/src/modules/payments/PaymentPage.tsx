import { getRouteApi } from '@tanstack/react-router'
import { downloadRemittance, type PaymentView, viewPayment } from '#modules/payments/contract.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { SubjectTimeline } from '#web/modules/audit/SubjectTimeline.tsx'
import { PaymentEnd } from '#web/modules/payments/PaymentEnd.tsx'
import { PaymentState } from '#web/modules/payments/PaymentState.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { DetailLayout } from '#web/ui/DetailLayout.tsx'
import { DownloadButton } from '#web/ui/DownloadButton.tsx'
import { type Fact, FactList } from '#web/ui/FactList.tsx'
import { LinkRow, LinkRows } from '#web/ui/LinkRows.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

const route = getRouteApi('/$organization/staff/payments/$paymentId')

/** One payment: to whom, for what, and how it ended. */
export const PaymentPage = () => {
  const { paymentId, organization } = route.useParams()
  const { data: payment, error, refetch } = useView(viewPayment, { paymentId })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!payment) return <SkeletonList rows={5} label="Loading the payment" shape="lines" />
  return (
    <DetailLayout
      back={{
        to: pathIn(organization, `payments/runs/${payment.payRunId}`),
        label: `Pay run ${payment.payRunNumber}`,
      }}
      title={`${formatMoney(payment.amount)} to ${payment.payeeName}`}
      state={<PaymentState payment={payment} />}
      subtitle={payment.reference}
      actions={
        <>
          {payment.hasRemittance ? (
            <DownloadButton endpoint={downloadRemittance} input={{ paymentId }}>
              Remittance advice
            </DownloadButton>
          ) : null}
          <PaymentEnd payment={payment} />
        </>
      }
      tabs={[
        {
          id: 'invoices',
          label: 'Invoices',
          content: (
            <Section title="What it pays" flush>
              <LinkRows>
                {payment.invoices.map(({ invoiceId, number, amount }) => (
                  <LinkRow
                    key={invoiceId}
                    to={pathIn(organization, `invoices/${invoiceId}`)}
                    title={number}
                    figure={formatMoney(amount)}
                  />
                ))}
              </LinkRows>
            </Section>
          ),
        },
      ]}
      rail={
        <>
          <Section title="On file">
            <FactList facts={factsOf(payment)} />
          </Section>
          <SubjectTimeline subjectId={payment.id} />
        </>
      }
    />
  )
}

const factsOf = (payment: PaymentView): readonly Fact[] => [
  { label: 'Account', value: `·${payment.accountLast4}` },
  { label: 'Paid by', value: payment.legalEntityName },
  { label: 'Pay day', value: <DateText value={payment.payOn} /> },
  { label: 'Sent', value: <DateText value={payment.sentAt} /> },
  { label: 'Arrived', value: <DateText value={payment.settledOn} /> },
  { label: 'Trace number', value: payment.traceNumber },
  ...(payment.status === 'returned'
    ? [
        { label: 'Came back', value: <DateText value={payment.returnedOn} /> },
        { label: 'Why', value: `${payment.returnCode ?? ''} ${payment.reason ?? ''}`.trim() },
      ]
    : []),
]
