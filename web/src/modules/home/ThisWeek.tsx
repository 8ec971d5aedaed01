import { IconCalendarEvent } from '@tabler/icons-react'
import { addDays } from '#kernel/dates.ts'
import { listPayables } from '#modules/payments/payables/contract.ts'
import { type AssignmentStatus, listAssignments } from '#modules/work/contract.ts'
import { useSession } from '#web/app/session.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useToday } from '#web/lib/useToday.ts'
import { useView } from '#web/lib/useView.ts'
import { comingPayments, comingWork } from '#web/modules/home/weekOf.ts'
import { CutNote } from '#web/ui/CutNote.tsx'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RowEnd } from '#web/ui/RowEnd.tsx'
import { Row, Rows } from '#web/ui/Rows.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'

const going: AssignmentStatus[] = ['offered', 'accepted', 'active']

const isMore = (page: Readonly<{ next: string | null }> | undefined): boolean =>
  page !== undefined && page.next !== null

/** What comes in the next seven days: money that falls due, offers that run out, work that begins or ends. */
export const ThisWeek = () => {
  const { here } = useSession()
  const today = useToday()
  const may = (permission: string, module: string) =>
    here.can.includes(permission) && !here.modulesOff.includes(module)
  const mayWork = may('work.list-assignments', 'work')
  const mayPay = may('payments.list', 'payments')
  const work = useView(listAssignments, { status: going, limit: 200 }, { enabled: mayWork })
  const owed = useView(listPayables, { dueBy: addDays(today, 6), limit: 200 }, { enabled: mayPay })
  const isLoading = (mayWork && work.isPending) || (mayPay && owed.isPending)
  const coming = [
    ...comingPayments(owed.data?.items ?? [], today, isMore(owed.data)),
    ...comingWork(work.data?.items ?? [], today),
  ].toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)))
  return (
    <Section title="This week" flush>
      {isLoading ? <SkeletonList rows={3} label="Loading this week" shape="lines" /> : null}
      {!isLoading && coming.length === 0 ? (
        <EmptyState icon={IconCalendarEvent} title="A quiet week">
          Nothing falls due, begins or ends in the next seven days.
        </EmptyState>
      ) : null}
      <CutNote list={{ items: work.data?.items ?? [], isCut: isMore(work.data) }} noun="assignments under way" />
      <Rows>
        {coming.map(({ id, on, title, detail, path }) => (
          <Row key={`${id} ${title}`} to={pathIn(here.slug, path)} title={title} detail={detail}>
            <RowEnd figure={on === today ? 'Today' : <DateText value={on} />} />
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
