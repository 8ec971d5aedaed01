import type { Statement, Tx } from '#kernel/db.ts'
import type { Reconciliation } from '#kernel/module.ts'

const totals: Statement = {
  name: 'invoices.reconcile-totals',
  text: `with last as (
      select distinct on ((data ->> 'invoiceId')) data ->> 'invoiceId' as id, data -> 'total' as total
      from journal where organization_id = $1 and starts_with(name, 'invoices.') and data ? 'total'
      order by data ->> 'invoiceId', occurred_at desc, id desc)
    select i.number, case when last.id is null then 'is in no entry of the journal' else
        'is over ' || (money_json(i.total_minor, i.currency) ->> 'amount') || ' ' || i.currency || ', the journal says ' ||
        (last.total ->> 'amount') || ' ' || (last.total ->> 'currency') end as what
    from invoices i left join last on last.id = i.id::text
    where i.organization_id = $1 and (last.id is null or (last.total ->> 'currency') <> i.currency
      or (last.total ->> 'amount')::numeric <> (money_json(i.total_minor, i.currency) ->> 'amount')::numeric)
    order by i.id limit $2`,
}

/** The total of an invoice is the one that its last entry tells. */
export const invoiceTotals: Reconciliation = {
  name: 'Invoice totals',
  differences: async (tx: Tx, limit) =>
    (await tx.named<{ number: string; what: string }>(totals, [tx.organizationId, limit])).map(
      ({ number, what }) => `Invoice ${number} ${what}.`,
    ),
}
