import { Link } from '@tanstack/react-router'
import type { SpendGroup } from '#modules/reports/contract.ts'
import { useSession } from '#web/app/session.ts'
import { formatMonth } from '#web/lib/formatDate.ts'
import { formatCount, formatMoney } from '#web/lib/formatMoney.ts'
import { pathIn } from '#web/lib/pathIn.ts'
import { firstDay, type SpendTable } from '#web/modules/reports/spendTable.ts'
import { MoneyText } from '#web/ui/MoneyText.tsx'
import './SpendTableView.css'

type SpendTableViewProps = Readonly<{ table: SpendTable; by: SpendGroup }>

const heads: Readonly<Record<SpendGroup, string>> = {
  department: 'Department',
  project: 'Project',
  contractor: 'Contractor',
}

/** The numbers behind the chart. Every group that has a page leads to it. */
export const SpendTableView = ({ table, by }: SpendTableViewProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is scrolled by keys, too.
  <section className="SpendTable" aria-label="Spend by month" tabIndex={0}>
    <table className="numbers">
      <thead>
        <tr>
          <th scope="col">{heads[by]}</th>
          {table.months.map((month) => (
            <th key={month} scope="col">
              <abbr title={formatMonth(firstDay(month))}>{abbreviated(month)}</abbr>
            </th>
          ))}
          <th scope="col">Invoices</th>
          <th scope="col">Total</th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <GroupName by={by} id={row.id} name={row.name} />
            </th>
            {table.months.map((month) => (
              <td key={month}>
                <MoneyText value={row.byMonth.get(month) ?? null} />
              </td>
            ))}
            <td>{formatCount(row.invoices)}</td>
            <td className="SpendTable-total">{formatMoney(row.total)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">All</th>
          {table.months.map((month) => (
            <td key={month}>
              <MoneyText value={table.byMonth.get(month) ?? null} />
            </td>
          ))}
          <td>{formatCount(table.invoices)}</td>
          <td className="SpendTable-total">{formatMoney(table.total)}</td>
        </tr>
      </tfoot>
    </table>
  </section>
)

const abbreviated = (month: string): string => {
  const [name = ''] = formatMonth(firstDay(month)).split(' ')
  return `${name.slice(0, 3)} ${month.slice(2, 4)}`
}

type GroupNameProps = Readonly<{ by: SpendGroup; id: string; name: string }>

const GroupName = ({ by, id, name }: GroupNameProps) => {
  const { here } = useSession()
  if (by === 'department') return name
  return <Link to={pathIn(here.slug, `${by === 'project' ? 'projects' : 'contractors'}/${id}`)}>{name}</Link>
}
