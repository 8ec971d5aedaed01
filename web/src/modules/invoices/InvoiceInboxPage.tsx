import { useMediaQuery } from '@mantine/hooks'
import { IconChecks } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { InvoiceId, InvoiceRow } from '#modules/invoices/contract.ts'
import { formatCount } from '#web/lib/formatMoney.ts'
import type { SearchParams } from '#web/lib/listState.ts'
import { InboxList } from '#web/modules/invoices/InboxList.tsx'
import { InvoiceReview } from '#web/modules/invoices/InvoiceReview.tsx'
import { InvoicesHeader } from '#web/modules/invoices/InvoicesHeader.tsx'
import { useInvoicesToDecide } from '#web/modules/invoices/useInvoicesToDecide.ts'
import { phoneQuery } from '#web/ui/DataTable.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import './InvoiceInboxPage.css'

/** What waits for a decision: the list at the left, the chosen invoice with its document at the right. */
export const InvoiceInboxPage = () => {
  const { waiting, hasMore, error, refetch } = useInvoicesToDecide()
  return (
    <div className="InvoiceInbox">
      <InvoicesHeader subtitle={subtitleFor(waiting?.length, hasMore)} />
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {waiting === undefined && !error ? <SkeletonList rows={6} label="Loading the invoices" /> : null}
      {waiting?.length === 0 ? <NothingWaits /> : null}
      {waiting && waiting.length > 0 ? <Inbox waiting={waiting} /> : null}
    </div>
  )
}

const subtitleFor = (count: number | undefined, hasMore: boolean): string => {
  if (count === undefined) return 'What waits for your decision'
  if (count === 0) return 'Nothing waits for your decision'
  return `${hasMore ? 'More than ' : ''}${formatCount(count)} ${count === 1 ? 'waits' : 'wait'} for your decision`
}

const NothingWaits = () => (
  <Section flush>
    <EmptyState icon={IconChecks} title="Everything is decided">
      New invoices appear here as soon as contractors submit them.
    </EmptyState>
  </Section>
)

const Inbox = ({ waiting }: Readonly<{ waiting: readonly InvoiceRow[] }>) => {
  const isPhone = useMediaQuery(phoneQuery) ?? false
  const [chosen, choose] = useChosen(waiting)
  const go = (step: number) => choose(neighbour(waiting, chosen, step))
  return (
    <div className="InvoiceInbox-columns">
      <InboxList waiting={waiting} chosen={isPhone ? undefined : chosen} />
      {isPhone ? null : <InvoiceReview key={chosen.id} invoiceId={chosen.id} onStep={go} onDecided={() => go(1)} />}
    </div>
  )
}

/** The one named in the address; without one, or when that one is decided, the first that waits. */
const useChosen = (waiting: readonly InvoiceRow[]) => {
  const params: SearchParams = useSearch({ strict: false })
  const navigate = useNavigate()
  const [first] = useState(() => waiting[0]?.id)
  const named = waiting.find(({ id }) => id === (params.invoice ?? first)) ?? waiting[0]
  if (!named) throw new Error('An inbox with nothing in it chooses nothing.')
  const choose = (invoiceId: InvoiceId) =>
    // `never`, because the address of each route has a type of its own.
    void navigate({ to: '.', search: { invoice: invoiceId } as never, replace: true, resetScroll: false })
  return [named, choose] as const
}

/** The next one, or the one before; at the end the last that is left. */
const neighbour = (waiting: readonly InvoiceRow[], chosen: InvoiceRow, step: number): InvoiceId => {
  const index = waiting.indexOf(chosen)
  return (waiting[index + step] ?? waiting[index - 1] ?? chosen).id
}
