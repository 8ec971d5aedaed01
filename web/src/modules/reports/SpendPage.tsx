import { SegmentedControl, Skeleton } from '@mantine/core'
import { MonthPickerInput } from '@mantine/dates'
import { IconChartBar } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { exportSpend, Month, SpendGroup, spendGroups, viewSpend } from '#modules/reports/contract.ts'
import { formatMonth } from '#web/lib/formatDate.ts'
import { formatMoney } from '#web/lib/formatMoney.ts'
import { useAddressParams } from '#web/lib/useAddressParams.ts'
import { useView } from '#web/lib/useView.ts'
import { SpendTableView } from '#web/modules/reports/SpendTableView.tsx'
import { currenciesIn, firstDay, type SpendTable, spendTable } from '#web/modules/reports/spendTable.ts'
import { DownloadButton } from '#web/ui/DownloadButton.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { PageHeader } from '#web/ui/PageHeader.tsx'
import { ProblemNote } from '#web/ui/ProblemNote.tsx'
import { Section } from '#web/ui/Section.tsx'
import { wordOf } from '#web/ui/toneOf.ts'
import '@mantine/dates/styles.layer.css'
import './SpendPage.css'

const SpendChart = lazy(() =>
  import('#web/modules/reports/SpendChart.tsx').then(({ SpendChart }) => ({ default: SpendChart })),
)

/** What was approved, month by month: a chart with its numbers below. What is asked stands in the address. */
export const SpendPage = () => {
  const [said, change] = useAddressParams()
  const by = SpendGroup.safeParse(said.by).data ?? 'department'
  const period = { by, from: Month.safeParse(said.from).data, to: Month.safeParse(said.to).data }
  const { data, error, refetch } = useView(viewSpend, period, { keepPrevious: true })
  const currencies = currenciesIn(data?.totals ?? [])
  const currency = currencies.find((code) => code === said.currency) ?? currencies[0]
  const table = data && currency ? spendTable(data, currency) : undefined
  return (
    <>
      <PageHeader
        title="Spend"
        subtitle={subtitleFor(data, table)}
        actions={
          <DownloadButton endpoint={exportSpend} input={period}>
            Export CSV
          </DownloadButton>
        }
      />
      <div className="SpendPage-choices">
        <SegmentedControl
          aria-label="By what"
          value={by}
          onChange={(next) => change({ by: next === 'department' ? undefined : next })}
          data={spendGroups.map((value) => ({ value, label: `By ${value}` }))}
        />
        {data ? (
          <>
            <MonthChoice label="First month" month={data.from} onMonth={(from) => change({ from, to: data.to })} />
            <MonthChoice label="Last month" month={data.to} onMonth={(to) => change({ from: data.from, to })} />
          </>
        ) : null}
        {currencies.length > 1 && currency ? (
          <SegmentedControl
            aria-label="Currency"
            value={currency}
            onChange={(next) => change({ currency: next })}
            data={[...currencies]}
          />
        ) : null}
      </div>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {data || error ? null : <Skeleton height={320} radius="lg" />}
      {data && !table ? <NothingSpent /> : null}
      {data && table ? <Spend table={table} by={data.by} /> : null}
    </>
  )
}

type SpendProps = Readonly<{ table: SpendTable; by: SpendGroup }>

const Spend = ({ table, by }: SpendProps) => (
  <>
    <Section title={`${wordOf(by)}s by month, in ${table.total.currency}`}>
      <Suspense fallback={<Skeleton height={280} />}>
        <SpendChart table={table} />
      </Suspense>
    </Section>
    <Section
      title="The numbers"
      flush
      {...(table.isCut ? { description: 'Only the largest are shown here. The CSV has all of them.' } : {})}
    >
      <SpendTableView table={table} by={by} />
    </Section>
  </>
)

const NothingSpent = () => (
  <Section flush>
    <EmptyState icon={IconChartBar} title="Nothing was approved in these months">
      Spend counts approved invoices in the month of their date.
    </EmptyState>
  </Section>
)

const subtitleFor = (period: Readonly<{ from: string; to: string }> | undefined, table: SpendTable | undefined) =>
  period && table
    ? `${formatMoney(table.total)} approved, ${formatMonth(firstDay(period.from))} to ${formatMonth(firstDay(period.to))}`
    : 'Approved invoices, month by month'

type MonthChoiceProps = Readonly<{ label: string; month: string; onMonth: (month: string) => void }>

const MonthChoice = ({ label, month, onMonth }: MonthChoiceProps) => (
  <MonthPickerInput
    aria-label={label}
    value={firstDay(month)}
    valueFormat="MMMM YYYY"
    onChange={(day) => {
      if (day !== null) onMonth(day.slice(0, 7))
    }}
  />
)
