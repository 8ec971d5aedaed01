import type { Statement, Tx } from '#kernel/db.ts'
import type { Reconciliation } from '#kernel/module.ts'

const methods: Statement = {
  name: 'payees.reconcile-methods',
  text: `with last as (
      select distinct on ((data ->> 'payoutMethodId')) data ->> 'payoutMethodId' as id, name, data ->> 'last4' as last4,
        data ->> 'payeeId' as payee_id
      from journal where organization_id = $1 and starts_with(name, 'payees.payout-method-')
      order by data ->> 'payoutMethodId', occurred_at desc, id desc),
    active as (
      select distinct data ->> 'payoutMethodId' as id from journal where organization_id = $1
        and name in ('payees.payout-method-activated', 'payees.payout-method-verified'))
    select m.id, case when last.id is null then 'is in no entry of the journal'
      when last.last4 <> m.number_last4 then 'ends in ' || m.number_last4 || ', the journal says ' || last.last4
      when last.payee_id <> m.payee_id::text then 'belongs to another payee than the journal says'
      else 'is paid to, and the journal tells of no confirmation' end as what
    from payout_methods m left join last on last.id = m.id::text left join active on active.id = m.id::text
    where m.organization_id = $1 and (last.id is null or last.last4 <> m.number_last4
      or last.payee_id <> m.payee_id::text or m.status = 'active' and active.id is null)
    order by m.id limit $2`,
}

/** An account that is paid to is one that the journal tells of, for the payee it tells of, and confirmed. */
export const payoutMethods: Reconciliation = {
  name: 'Payout methods',
  differences: async (tx: Tx, limit) =>
    (await tx.named<{ id: string; what: string }>(methods, [tx.organizationId, limit])).map(
      ({ id, what }) => `Account ${id} ${what}.`,
    ),
}
