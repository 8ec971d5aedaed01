import { type Actor, reachOf } from '#kernel/actor.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import type { SpendGroup } from './contract.ts'
import type { Months } from './period.ts'

/** The largest groups over the whole period, then their months. One statement, from the kept sums. */
const spend = (by: SpendGroup, kept: string, named: string): Statement => ({
  name: `reports.spend-by-${by}`,
  text: `with sums as (
      select month, ${by}_id as id, currency, sum(amount_minor) as minor, sum(invoices) as invoices from ${kept}
      where organization_id = $1 and month between $2 and $3 and ($4::uuid[] is null or department_id = any ($4))
      group by 1, 2, 3 having sum(invoices) > 0
    ), largest as (
      select id, sum(minor) as minor from sums group by id order by sum(minor) desc, id limit $5
    )
    select (select count(distinct id) from sums) > $5 as cut, coalesce(json_agg(json_build_object(
      'month', to_char(s.month, 'YYYY-MM'), 'groupId', s.id, 'groupName', g.name, 'currency', s.currency,
      'amount', money_json(s.minor::bigint, s.currency), 'invoices', s.invoices
    ) order by l.minor desc, s.id, s.month, s.currency), '[]')::text as cells
    from sums s join largest l on l.id = s.id
    join (select organization_id, id, ${named} as name from ${by}s) g on g.organization_id = $1 and g.id = s.id`,
})

const statements: Readonly<Record<SpendGroup, Statement>> = {
  department: spend('department', 'spend_by_month', 'name'),
  project: spend('project', 'spend_by_month', 'name'),
  contractor: spend('contractor', 'spend_by_contractor', 'display_name'),
}

type Asked = Readonly<{ by: SpendGroup; months: Months; most: number }>

/** The cells as JSON text, the largest group first. */
export const spendFor = async (actor: Actor, tx: Tx, { by, months, most }: Asked) => {
  const departments = reachOf(actor)
  const [row] = await tx.named<{ cut: boolean; cells: string }>(statements[by], [
    tx.organizationId,
    months.from,
    months.to,
    departments,
    most,
  ])
  return row ?? { cut: false, cells: '[]' }
}

const totals: Statement = {
  name: 'reports.spend-totals',
  text: `select coalesce(json_agg(json_build_object('month', to_char(month, 'YYYY-MM'), 'currency', currency,
      'amount', money_json(minor::bigint, currency), 'invoices', invoices) order by month, currency), '[]')::text as totals
    from (
      select month, currency, sum(amount_minor) as minor, sum(invoices) as invoices from spend_by_month
      where organization_id = $1 and month between $2 and $3 and ($4::uuid[] is null or department_id = any ($4))
      group by 1, 2 having sum(invoices) > 0
    ) sums`,
}

/** What everything came to in each month, however many groups there are, as JSON text. */
export const spendTotals = async (actor: Actor, tx: Tx, { from, to }: Months): Promise<string> => {
  const [row] = await tx.named<{ totals: string }>(totals, [tx.organizationId, from, to, reachOf(actor)])
  return row?.totals ?? '[]'
}

const difference: Statement = {
  name: 'reports.difference',
  text: `with raw as (
      select month, department_id, project_id, currency, sum(total_minor) as minor, count(*) as invoices
      from invoice_spend where organization_id = $1 group by 1, 2, 3, 4
    ), kept as (
      select month, department_id, project_id, currency, sum(amount_minor) as minor, sum(invoices) as invoices
      from spend_by_month where organization_id = $1 group by 1, 2, 3, 4 having sum(invoices) <> 0 or sum(amount_minor) <> 0
    ), raw_people as (
      select month, contractor_id, currency, sum(total_minor) as minor from invoice_spend where organization_id = $1 group by 1, 2, 3
    ), kept_people as (
      select month, contractor_id, currency, sum(amount_minor) as minor from spend_by_contractor
      where organization_id = $1 group by 1, 2, 3 having sum(invoices) <> 0 or sum(amount_minor) <> 0
    )
    select (
      (select count(*) from raw full join kept using (month, department_id, project_id, currency)
        where (raw.minor, raw.invoices) is distinct from (kept.minor, kept.invoices))
      + (select count(*) from raw_people full join kept_people using (month, contractor_id, currency)
        where raw_people.minor is distinct from kept_people.minor))::int as count`,
}

/** In how many sums the kept ones differ from the invoices themselves. Zero, always. */
export const spendDifferences = async (tx: Tx): Promise<number> => {
  const [row] = await tx.named<{ count: number }>(difference, [tx.organizationId])
  return row?.count ?? 0
}
