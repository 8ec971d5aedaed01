import type { Statement, Tx } from '#kernel/db.ts'
import type { Reconciliation } from '#kernel/module.ts'

const amounts: Statement = {
  name: 'payments.reconcile-amounts',
  text: `with last as (
      select distinct on ((data ->> 'paymentId')) data ->> 'paymentId' as id, name, data -> 'amount' as amount
      from journal where organization_id = $1
        and name in ('payments.payment-sent', 'payments.payment-settled', 'payments.payment-returned')
      order by data ->> 'paymentId', occurred_at desc, id desc)
    select p.reference, case when last.id is null then 'was sent, and is in no entry of the journal'
      when (last.amount ->> 'amount')::numeric <> (money_json(p.amount_minor, p.currency) ->> 'amount')::numeric
        or (last.amount ->> 'currency') <> p.currency
      then 'is over ' || (money_json(p.amount_minor, p.currency) ->> 'amount') || ' ' || p.currency || ', the journal says ' ||
        (last.amount ->> 'amount') || ' ' || (last.amount ->> 'currency')
      else 'is ' || p.status || ', the journal says ' || replace(last.name, 'payments.payment-', '') end as what
    from payments p left join last on last.id = p.id::text
    where p.organization_id = $1 and p.status in ('sent', 'settled', 'returned') and (
      last.id is null or (last.amount ->> 'currency') <> p.currency or last.name <> 'payments.payment-' || p.status
      or (last.amount ->> 'amount')::numeric <> (money_json(p.amount_minor, p.currency) ->> 'amount')::numeric)
    order by p.id limit $2`,
}

/** What was sent, settled or came back is what the journal tells of it, to the cent. */
export const paymentAmounts: Reconciliation = {
  name: 'Payments',
  differences: async (tx: Tx, limit) =>
    (await tx.named<{ reference: string; what: string }>(amounts, [tx.organizationId, limit])).map(
      ({ reference, what }) => `Payment ${reference} ${what}.`,
    ),
}
