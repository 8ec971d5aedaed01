import { IconChecks } from '@tabler/icons-react'
import { useSession } from '#web/app/session.ts'
import { useMyPages } from '#web/app/useMyPages.ts'
import { useWaiting } from '#web/app/waiting.ts'
import { formatCount, formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useInvoicesToDecide, useInvoicesToDecideSums } from '#web/modules/invoices/useInvoicesToDecide.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RowEnd } from '#web/ui/RowEnd.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'

/** The oldest few of what waits, then the number on every page that has some. */
const shownInvoices = 5

export const WaitsForYou = () => {
  const { here } = useSession()
  const counts = useWaiting()
  const { waiting: invoices = [] } = useInvoicesToDecide()
  const others = useMyPages().flatMap(({ label, path }) => {
    const count = path === 'invoices' ? 0 : (counts.get(path) ?? 0)
    return count > 0 ? [{ label, path, count }] : []
  })
  const isNothing = invoices.length === 0 && others.length === 0
  return (
    <Section title="Waits for you" flush>
      {isNothing ? (
        <EmptyState icon={IconChecks} title="Nothing waits for you">
          What needs your decision appears here and beside its page.
        </EmptyState>
      ) : null}
      <Rows>
        {others.map(({ label, path, count }) => (
          <Row key={path} to={pathIn(here.slug, path)} title={label}>
            <RowEnd figure={formatCount(count)} />
          </Row>
        ))}
        {invoices.length > 0 ? <InvoicesLine /> : null}
        {invoices.slice(0, shownInvoices).map(({ id, contractorName, number, submittedAt, total }) => (
          <Row
            key={id}
            to={`${pathIn(here.slug, 'invoices')}?invoice=${id}`}
            title={contractorName}
            detail={
              <>
                {number}, since <DateText value={submittedAt} />
              </>
            }
          >
            <RowEnd figure={formatMoney(total)} />
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

const InvoicesLine = () => {
  const { here } = useSession()
  const sums = useInvoicesToDecideSums()
  if (!sums) return null
  const { count, totals } = sums
  return (
    <Row
      to={pathIn(here.slug, 'invoices')}
      title={`${formatCount(count)} ${count === 1 ? 'invoice' : 'invoices'} to decide`}
      detail="The oldest first"
    >
      <RowEnd figure={totals.map(formatMoney).join(' + ')} />
    </Row>
  )
}
