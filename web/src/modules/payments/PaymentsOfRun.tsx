import { IconCash } from '@tabler/icons-react'
import { listPayments, type PayRunView } from '#modules/payments/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { usePages } from '#web/lib/usePages.ts'
import { PaymentState } from '#web/modules/payments/PaymentState.tsx'
import { TakeOutButton } from '#web/modules/payments/TakeOutButton.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PagedRows } from '#web/ui/PagedRows.tsx'
import { RowEnd } from '#web/ui/RowEnd.tsx'
import { Row } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'

/** One row for each payment: to whom, to which account, for which invoices. */
export const PaymentsOfRun = ({ run }: Readonly<{ run: PayRunView }>) => {
  const { here } = useSession()
  const pages = usePages(listPayments, { payRunId: run.id, limit: 50 })
  return (
    <Section flush>
      <PagedRows
        noun="payments"
        pages={pages}
        row={(payment) => (
          <Row
            key={payment.id}
            to={pathIn(here.slug, `payments/${payment.id}`)}
            title={payment.payeeName}
            detail={`·${payment.accountLast4} · ${payment.invoices.map(({ number }) => number).join(', ')}`}
          >
            <RowEnd state={<PaymentState payment={payment} />} figure={formatMoney(payment.amount)} />
            {run.can.remove ? <TakeOutButton run={run} payment={payment} /> : null}
          </Row>
        )}
        empty={<EmptyState icon={IconCash} title="No payments are in this run" />}
      />
    </Section>
  )
}
