-- What was spent, kept by the statement that makes an invoice spend or takes it back, so that a report costs the same
-- at any size. A test and `muster verify reports` compare it with the invoices themselves.

create function is_spent(status text) returns boolean language sql immutable parallel safe as $$
  select status in ('approved', 'scheduled', 'in_run', 'sent', 'settled', 'payment_returned', 'paid_outside') $$;

-- The invoices as reports read them: the only thing they know of that module.
create view invoice_spend with (security_invoker = true) as
  select organization_id, id as invoice_id, date_trunc('month', issued_on::timestamp)::date as month, department_id,
    project_id, contractor_id, legal_entity_id, currency, total_minor
  from invoices where is_spent(status);
grant select on invoice_spend to muster_app;

-- Eight rows for each sum: approvals of one department at the same moment mostly meet different ones and do not wait.
create table spend_by_month (
  organization_id uuid not null references organizations,
  month date not null,
  department_id uuid not null,
  project_id uuid not null,
  currency text not null,
  slot smallint not null,
  amount_minor bigint not null,
  invoices integer not null,
  primary key (organization_id, month, department_id, project_id, currency, slot),
  constraint a_month_is_its_first_day check (extract(day from month) = 1)
);
call guard_by_organization('spend_by_month');
grant select, insert, update on spend_by_month to muster_app;

create table spend_by_contractor (
  organization_id uuid not null references organizations,
  month date not null,
  contractor_id uuid not null,
  department_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  invoices integer not null,
  primary key (organization_id, month, contractor_id, department_id, currency),
  constraint a_month_is_its_first_day check (extract(day from month) = 1)
);
call guard_by_organization('spend_by_contractor');
grant select, insert, update on spend_by_contractor to muster_app;

-- `sign` 1 adds, -1 takes back. Rows in the order of the key, so that two statements never wait for each other in a ring.
create function count_spend(changes jsonb) returns void language sql as $$
  with change as (
    select * from jsonb_to_recordset(changes) as c(organization_id uuid, id uuid, month date, department_id uuid,
      project_id uuid, contractor_id uuid, currency text, amount_minor bigint, sign integer)
  ), monthly as (
    insert into spend_by_month as s
    select organization_id, month, department_id, project_id, currency, (hashtext(id::text) & 7)::smallint as slot,
      sum(sign * amount_minor), sum(sign)
    from change group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
    on conflict (organization_id, month, department_id, project_id, currency, slot) do update
      set amount_minor = s.amount_minor + excluded.amount_minor, invoices = s.invoices + excluded.invoices
  )
  insert into spend_by_contractor as s
  select organization_id, month, contractor_id, department_id, currency, sum(sign * amount_minor), sum(sign)
  from change group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (organization_id, month, contractor_id, department_id, currency) do update
    set amount_minor = s.amount_minor + excluded.amount_minor, invoices = s.invoices + excluded.invoices
$$;

create function count_new_spend() returns trigger language plpgsql as $$
declare changes jsonb;
begin
  select jsonb_agg(jsonb_build_object('organization_id', n.organization_id, 'id', n.id,
      'month', date_trunc('month', n.issued_on::timestamp)::date, 'department_id', n.department_id,
      'project_id', n.project_id, 'contractor_id', n.contractor_id, 'currency', n.currency,
      'amount_minor', n.total_minor, 'sign', 1)) into changes
  from new_invoices n where is_spent(n.status);
  if changes is not null then perform count_spend(changes); end if;
  return null;
end $$;

create function count_changed_spend() returns trigger language plpgsql as $$
declare changes jsonb;
begin
  select jsonb_agg(jsonb_build_object('organization_id', v.organization_id, 'id', v.id,
      'month', date_trunc('month', v.issued_on::timestamp)::date, 'department_id', v.department_id,
      'project_id', v.project_id, 'contractor_id', v.contractor_id, 'currency', v.currency,
      'amount_minor', v.total_minor, 'sign', v.sign)) into changes
  from (
    select o.*, -1 as sign from old_invoices o join new_invoices n using (organization_id, id)
      where is_spent(o.status) and (not is_spent(n.status) or (o.total_minor, o.issued_on) <> (n.total_minor, n.issued_on))
    union all
    select n.*, 1 as sign from old_invoices o join new_invoices n using (organization_id, id)
      where is_spent(n.status) and (not is_spent(o.status) or (o.total_minor, o.issued_on) <> (n.total_minor, n.issued_on))
  ) as v;
  if changes is not null then perform count_spend(changes); end if;
  return null;
end $$;

create trigger spend_of_new_invoices after insert on invoices referencing new table as new_invoices
  for each statement execute function count_new_spend();
create trigger spend_of_changed_invoices after update on invoices referencing old table as old_invoices new table as new_invoices
  for each statement execute function count_changed_spend();
