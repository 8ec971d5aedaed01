import { Button } from '@mantine/core'
import { IconCash } from '@tabler/icons-react'
import type { PlainDate } from '#kernel/dates.ts'
import type { PayableRow } from '#modules/payments/contract.ts'
import { useSession } from '#web/app/session.ts'
import { countOf } from '#web/lib/countOf.ts'
import { formatDayFully } from '#web/lib/formatDate.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import type { Pages } from '#web/lib/usePages.ts'
import { useToday } from '#web/lib/useToday.ts'
import { sumsOf } from '#web/modules/payments/sumsOf.ts'
import { DateText } from '#web/ui/DateText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { LinkRow, LinkRows } from '#web/ui/LinkRows.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { SkeletonList } from '#web/ui/SkeletonList.tsx'
import { StateBadge } from '#web/ui/StateBadge.tsx'

/** One card for each day on which something is due. */
export const DueDays = ({ pages }: Readonly<{ pages: Pages<PayableRow, unknown> }>) => {
  const { rows, isLoading, problem, retry, hasMore, isLoadingMore, loadMore } = pages
  const days = [...Map.groupBy(rows, ({ dueOn }) => dueOn)]
  const isEmpty = rows.length === 0 && !isLoading && !problem
  return (
    <>
      <ProblemNote problem={problem} onRetry={retry} />
      {isLoading ? <SkeletonList rows={6} label="Loading what is due" /> : null}
      {isEmpty ? (
        <Section>
          <EmptyState icon={IconCash} title="Nothing is due here">
            Approved invoices appear here with the day they are paid on.
          </EmptyState>
        </Section>
      ) : null}
      {days.map(([day, due], index) => (
        // The last day may go on in rows that are not loaded yet, and a sum of half a day would be wrong.
        <Day key={day} day={day} due={due} isWhole={!hasMore || index < days.length - 1} />
      ))}
      {hasMore ? (
        <Button variant="default" loading={isLoadingMore} onClick={loadMore} style={{ alignSelf: 'center' }}>
          Show what is due later
        </Button>
      ) : null}
    </>
  )
}

type DayProps = Readonly<{ day: PlainDate; due: readonly PayableRow[]; isWhole: boolean }>

const Day = ({ day, due, isWhole }: DayProps) => {
  const today = useToday()
  const count = countOf(due.length, 'invoice')
  return (
    <Section
      flush
      title={day === today ? `Today, ${formatDayFully(day)}` : formatDayFully(day)}
      description={isWhole ? `${count} · ${sumsOf(due).map(formatMoney).join(' and ')}` : undefined}
      actions={day < today ? <StateBadge state="overdue" tone="blocked" /> : undefined}
    >
      <LinkRows>
        {due.map((payable) => (
          <Payable key={payable.id} payable={payable} />
        ))}
      </LinkRows>
    </Section>
  )
}

const Payable = ({ payable }: Readonly<{ payable: PayableRow }>) => {
  const { here } = useSession()
  const { invoiceId, invoiceNumber, contractorName, departmentName, legalEntityName, amount, holds, runOn } = payable
  const [first, ...others] = holds
  return (
    <LinkRow
      to={pathIn(here.slug, `invoices/${invoiceId}`)}
      title={contractorName}
      detail={
        <>
          {invoiceNumber} · {departmentName} · {legalEntityName}
        </>
      }
      state={
        first === undefined ? (
          <span>
            In the run of <DateText value={runOn} />
          </span>
        ) : (
          <StateBadge
            state="blocked"
            label={others.length === 0 ? wordsOf(first) : `${wordsOf(first)}, ${others.length} more`}
          />
        )
      }
      figure={formatMoney(amount)}
    />
  )
}

/** "No W-9 · contractor": what is missing, and whose move it is. */
const wordsOf = ({ title, owner }: PayableRow['holds'][number]): string =>
  `${title} · ${owner === 'nobody' ? 'clears by itself' : owner}`
