import { BarChart } from '@mantine/charts'
import { money } from '#kernel/money.ts'
import { formatMonth } from '#web/lib/formatDate.ts'
import { formatMoney, formatMoneyShort } from '#web/lib/formatMoney.ts'
import { firstDay, type SpendTable, seriesOf } from '#web/modules/reports/spendTable.ts'
import '@mantine/charts/styles.layer.css'
import './SpendChart.css'

type SpendChartProps = Readonly<{
  table: SpendTable
  height?: number
  withLegend?: boolean
  /** Without amounts at the side, where only the shape matters. */
  withAxis?: boolean
}>

/** Brand first, then hues that stand apart for every kind of sight, on white and on black. */
const colours = ['var(--muster-focus)', '#0d9488', '#d97706', '#c0417f', '#0a84c6', 'var(--mantine-color-gray-6)']

/** Spend by month as stacked bars. Loaded with the page that needs it: charts are large. */
export const SpendChart = ({ table, height = 280, withLegend = true, withAxis = true }: SpendChartProps) => {
  const { currency } = table.total
  const series = seriesOf(table)
  // The length of a bar is a number of cents; what is written beside it comes from the exact amount again.
  const written = (cents: number) => formatMoney(money(BigInt(Math.round(cents)), currency))
  const data = table.months.map((month) => ({
    month: shortMonth(month),
    ...Object.fromEntries(series.map(({ key, byMonth }) => [key, Number(byMonth.get(month)?.minor ?? 0n)])),
  }))
  return (
    <div className="SpendChart" role="img" aria-label={`Spend by month, ${formatMoney(table.total)} in all`}>
      <BarChart
        h={height}
        data={data}
        dataKey="month"
        type="stacked"
        series={series.map(({ key, name }, index) => ({ name: key, label: name, color: colours[index] ?? 'gray.6' }))}
        withLegend={withLegend}
        withYAxis={withAxis}
        withTooltip={withAxis}
        legendProps={{ verticalAlign: 'bottom' }}
        tickLine="none"
        gridAxis={withAxis ? 'y' : 'none'}
        maxBarWidth={44}
        barProps={{ isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
        yAxisProps={{
          width: 64,
          tickFormatter: (cents: number) => formatMoneyShort(money(BigInt(Math.round(cents)), currency)),
        }}
        valueFormatter={written}
      />
    </div>
  )
}

/** "Nov" and, where a year begins, "Jan 26". */
const shortMonth = (month: string): string => {
  const [name = ''] = formatMonth(firstDay(month)).split(' ')
  const short = name.slice(0, 3)
  return month.endsWith('-01') ? `${short} ${month.slice(2, 4)}` : short
}
