-- The plan of a statement in a trigger is kept for the connection. Made for the approval of one invoice, it compared every
-- old row with every new one: a pay run of 10,000 was 100 million comparisons. Without nested loops it is a hash join,
-- and the rows are joined once, not twice.
create or replace function count_changed_spend() returns trigger language plpgsql set enable_nestloop = off as $$
declare changes jsonb;
begin
  select jsonb_agg(jsonb_build_object('organization_id', n.organization_id, 'id', n.id,
      'month', date_trunc('month', v.issued_on::timestamp)::date, 'department_id', v.department_id,
      'project_id', v.project_id, 'contractor_id', v.contractor_id, 'currency', v.currency,
      'amount_minor', v.total_minor, 'sign', v.sign)) into changes
  from old_invoices o join new_invoices n using (organization_id, id)
    cross join lateral (values
      (-1, o.status, o.issued_on, o.department_id, o.project_id, o.contractor_id, o.currency, o.total_minor),
      (1, n.status, n.issued_on, n.department_id, n.project_id, n.contractor_id, n.currency, n.total_minor)
    ) as v (sign, status, issued_on, department_id, project_id, contractor_id, currency, total_minor)
  where is_spent(v.status)
    and (is_spent(o.status) <> is_spent(n.status) or (o.total_minor, o.issued_on) <> (n.total_minor, n.issued_on));
  if changes is not null then perform count_spend(changes); end if;
  return null;
end $$;
