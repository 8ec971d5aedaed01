import { IconCash } from '@tabler/icons-react'
import { downloadRemittance, listMyPayments } from '#modules/payments/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { usePages } from '#web/lib/usePages.ts'
import { PaymentState } from '#web/modules/payments/PaymentState.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { DownloadButton } from '#web/ui/DownloadButton.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PagedRows } from '#web/ui/PagedRows.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { Row } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'

/** What was sent to the contractor, each with its remittance advice. */
export const MyPaymentsPage = () => {
  const { here } = useSession()
  const pages = usePages(listMyPayments, { limit: 20 })
  return (
    <>
      <PageHeader title="Payments" subtitle={`What ${here.name} sent to you`} />
      <Section flush>
        <PagedRows
          noun="payments"
          pages={pages}
          row={(payment) => (
            <Row
              key={payment.id}
              title={formatMoney(payment.amount)}
              detail={
                <>
                  <DateText value={payment.settledOn ?? payment.payOn} /> · to ·{payment.accountLast4} ·{' '}
                  {payment.invoices.map(({ number }) => number).join(', ')}
                </>
              }
            >
              <PaymentState payment={payment} />
              {payment.hasRemittance ? (
                <DownloadButton endpoint={downloadRemittance} input={{ paymentId: payment.id }} size="xs">
                  Advice
                </DownloadButton>
              ) : null}
            </Row>
          )}
          empty={
            <EmptyState icon={IconCash} title="Your payments will be here">
              Once an invoice is approved, its page says when the money comes.
            </EmptyState>
          }
        />
      </Section>
    </>
  )
}
