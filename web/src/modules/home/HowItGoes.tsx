import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { addMonths } from '#kernel/dates.ts'
import { zero } from '#kernel/money.ts'
import { countContractors } from '#modules/directory/contract.ts'
import { viewSpend } from '#modules/reports/contract.ts'
import { useMay, useSession } from '#web/app/session.ts'
import { formatMonth } from '#web/lib/formatDate.ts'
import { formatCount, formatMoney, formatMoneyWhole } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { useToday } from '#web/lib/useToday.ts'
import { useView } from '#web/lib/useView.ts'
import { useInvoicesToDecideSums } from '#web/modules/invoices/useInvoicesToDecide.ts'
import { currenciesIn, spendTable } from '#web/modules/reports/spendTable.ts'
import { StatTile, StatTiles } from '#web/ui/StatTile.tsx'

const SpendChart = lazy(() =>
  import('#web/modules/reports/SpendChart.tsx').then(({ SpendChart }) => ({ default: SpendChart })),
)

/** A few numbers, each of which opens its rows. */
export const HowItGoes = () => {
  const { here } = useSession()
  const maySpend = useMay('reports.view-spend') && !here.modulesOff.includes('reports')
  const mayDecide = useMay('invoices.approve') && !here.modulesOff.includes('invoices')
  return (
    <StatTiles>
      {mayDecide ? <ToDecide /> : null}
      {useMay('directory.list-contractors') ? <Contractors /> : null}
      {maySpend ? <SpendTiles /> : null}
    </StatTiles>
  )
}

const ToDecide = () => {
  const { here } = useSession()
  const sums = useInvoicesToDecideSums()
  return (
    <StatTile
      label="Invoices to decide"
      value={sums ? formatCount(sums.count) : <Waiting />}
      detail={sums && sums.count > 0 ? sums.totals.map(formatMoney).join(' + ') : 'Nothing waits'}
      to={pathIn(here.slug, 'invoices')}
    />
  )
}

const Contractors = () => {
  const { here } = useSession()
  const { data } = useView(countContractors, {})
  const countIn = (state: string) => data?.status.find(({ value }) => value === state)?.count ?? 0
  return (
    <StatTile
      label="Active contractors"
      value={data ? formatCount(countIn('active')) : <Waiting />}
      detail={data ? `${formatCount(countIn('ready'))} ready to start` : undefined}
      to={`${pathIn(here.slug, 'contractors')}?status=active`}
    />
  )
}

const monthsShown = 6

/** This month in the currency most is paid in, and the months before it. */
const SpendTiles = () => {
  const { here } = useSession()
  const today = useToday()
  const month = today.slice(0, 7)
  const from = addMonths(today, 1 - monthsShown).slice(0, 7)
  const { data } = useView(viewSpend, { by: 'department', from, to: month })
  const [currency] = currenciesIn(data?.totals ?? [])
  const table = data && currency ? spendTable(data, currency) : undefined
  const lastMonth = addMonths(today, -1).slice(0, 7)
  const before = table?.byMonth.get(lastMonth)
  const now = table ? (table.byMonth.get(month) ?? zero(table.total.currency)) : undefined
  const to = pathIn(here.slug, 'reports')
  return (
    <>
      <StatTile
        label={`Approved in ${formatMonth(today)}`}
        value={data ? now ? formatMoneyWhole(now) : '—' : <Waiting />}
        detail={before ? `${formatMoneyWhole(before)} in the month before` : 'Nothing in the month before'}
        to={to}
      />
      {table ? (
        <StatTile label={`Spend, last ${monthsShown} months`} value={formatMoneyWhole(table.total)} to={to}>
          <Suspense fallback={<Skeleton height={120} />}>
            <SpendChart table={table} height={120} withLegend={false} withAxis={false} />
          </Suspense>
        </StatTile>
      ) : null}
    </>
  )
}

const Waiting = () => <Skeleton component="span" display="block" height={30} width={80} />
