import type { Statement, Tx } from '#kernel/db.ts'
import type { Reconciliation } from '#kernel/module.ts'

const roles: Statement = {
  name: 'access.reconcile-roles',
  text: `with last as (
      select distinct on ((data ->> 'memberId')) data ->> 'memberId' as id, data -> 'roles' as roles
      from journal where organization_id = $1 and starts_with(name, 'access.member-') and data ? 'roles'
        or organization_id = $1 and name = 'access.roles-changed'
      order by data ->> 'memberId', occurred_at desc, id desc),
    known as (
      select distinct data ->> 'memberId' as id from journal
      where organization_id = $1 and name in ('access.member-invited', 'access.member-joined'))
    select m.id, case when known.id is null then 'is in no entry of the journal' else
        'has the roles ' || array_to_string(m.roles, ', ') || '; the journal says ' ||
        (select string_agg(role, ', ') from jsonb_array_elements_text(last.roles) as role) end as what
    from members m left join known on known.id = m.id::text left join last on last.id = m.id::text
    where m.organization_id = $1 and m.status <> 'removed' and (known.id is null
      or last.id is not null and not (to_jsonb(m.roles) @> last.roles and last.roles @> to_jsonb(m.roles)))
    order by m.id limit $2`,
}

/** Nobody is a member, or has a role, that the journal does not tell of. */
export const memberRoles: Reconciliation = {
  name: 'Members',
  differences: async (tx: Tx, limit) =>
    (await tx.named<{ id: string; what: string }>(roles, [tx.organizationId, limit])).map(
      ({ id, what }) => `Member ${id} ${what}.`,
    ),
}
