import { IconCash } from '@tabler/icons-react'
import { listPayments, type PayRunId } from '#modules/payments/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { usePages } from '#web/lib/usePages.ts'
import { PaymentState } from '#web/modules/payments/PaymentState.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { LinkRow } from '#web/ui/LinkRows.tsx'
import { PagedRows } from '#web/ui/PagedRows.tsx'
import { Section } from '#web/ui/Section.tsx'

/** One row for each payment: to whom, to which account, for which invoices. */
export const PaymentsOfRun = ({ payRunId }: Readonly<{ payRunId: PayRunId }>) => {
  const { here } = useSession()
  const pages = usePages(listPayments, { payRunId, limit: 50 })
  return (
    <Section flush>
      <PagedRows
        noun="payments"
        pages={pages}
        row={(payment) => (
          <LinkRow
            key={payment.id}
            to={pathIn(here.slug, `payments/${payment.id}`)}
            title={payment.payeeName}
            detail={`·${payment.accountLast4} · ${payment.invoices.map(({ number }) => number).join(', ')}`}
            state={<PaymentState payment={payment} />}
            figure={formatMoney(payment.amount)}
          />
        )}
        empty={<EmptyState icon={IconCash} title="No payments are in this run" />}
      />
    </Section>
  )
}
