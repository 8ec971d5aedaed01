import { SegmentedControl } from '@mantine/core'
import { addDays } from '#kernel/dates.ts'
import { listPayables, sumPayables } from '#modules/payments/contract.ts'
import { usePages } from '#web/lib/usePages.ts'
import { useTab } from '#web/lib/useTab.ts'
import { useToday } from '#web/lib/useToday.ts'
import { useView } from '#web/lib/useView.ts'
import { DueDays } from '#web/modules/payments/DueDays.tsx'
import { DueTotals } from '#web/modules/payments/DueTotals.tsx'
import { PaymentsHeader } from '#web/modules/payments/PaymentsHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'

const spans = ['all', 'today', 'week'] as const

/** What will be paid next: everything owed, by the day it is due, and what is in its way. */
export const DuePage = () => {
  const today = useToday()
  const [span, setSpan] = useTab(spans)
  const dueBy = span === 'today' ? today : span === 'week' ? addDays(today, 7) : undefined
  const totals = useView(sumPayables, { dueBy }, { keepPrevious: true })
  const pages = usePages(listPayables, { dueBy, limit: 100 })
  return (
    <>
      <PaymentsHeader subtitle="What is approved and not yet paid" />
      <ProblemNote problem={totals.error} onRetry={() => void totals.refetch()} />
      <SegmentedControl
        aria-label="Due by"
        style={{ alignSelf: 'flex-start' }}
        value={span ?? 'all'}
        onChange={setSpan}
        data={[
          { value: 'all', label: 'Everything' },
          { value: 'today', label: 'Due today' },
          { value: 'week', label: 'Next 7 days' },
        ]}
      />
      <DueTotals totals={totals.data?.items ?? []} by={span === 'week' ? 'in 7 days' : 'today'} />
      <DueDays pages={pages} />
    </>
  )
}
