import { Anchor } from '@mantine/core'
import { IconFileInvoice } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type InvoiceRow, listMyInvoices } from '#modules/invoices/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useView } from '#web/lib/useView.ts'
import { MoneyLine } from '#web/modules/home/MoneyLine.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

const shownMax = 6

/** Everything that was claimed and may become money. */
const claimed: InvoiceRow['status'][] = [
  'submitted',
  'in_approval',
  'approved',
  'scheduled',
  'in_run',
  'sent',
  'settled',
  'payment_returned',
  'paid_outside',
]

type MoneyListProps = Readonly<{
  /** Not shown before there is anything to show, as for somebody who is still getting started. */
  isQuiet: boolean
}>

/** The newest invoices, each with "you are here". */
export const MoneyList = ({ isQuiet }: MoneyListProps) => {
  const { here } = useSession()
  const { data, error, refetch } = useView(listMyInvoices, { status: claimed, limit: shownMax })
  if (isQuiet && (data?.items.length ?? 0) === 0) return null
  return (
    <Section
      title="Your money"
      flush
      actions={
        <Anchor component={Link} to={pathIn(here.slug, 'portal/invoices')} size="sm">
          All invoices
        </Anchor>
      }
    >
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data || error ? null : <SkeletonList rows={3} label="Loading your invoices" shape="lines" />}
      {data?.items.length === 0 ? (
        <EmptyState icon={IconFileInvoice} title="No money on its way yet">
          Once you submit an invoice, you see here where it stands until it is with you.
        </EmptyState>
      ) : null}
      <Rows>
        {data?.items.map((invoice) => (
          <MoneyLine key={invoice.id} invoice={invoice} />
        ))}
      </Rows>
    </Section>
  )
}
