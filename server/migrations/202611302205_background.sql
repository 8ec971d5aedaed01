-- What is to be done in the background: what follows from a fact, and what a schedule found to be due. One list, one way
-- to count failures, one place where parked work is seen.

alter table deliveries
  -- What follows in the database is served before papers, and papers before what leaves the house.
  add column lane text not null default 'fact',
  -- What a schedule found; the fact it follows from is then missing.
  add column item uuid,
  -- The worker that prepares it, until `due_at`.
  add column taken_by uuid,
  add column failed_at timestamptz,
  alter column journal_id drop not null,
  add constraint follows_from_a_fact_or_was_found check ((journal_id is null) <> (item is null)),
  add constraint one_delivery_per_item unique (organization_id, reaction, item);

drop function organizations_with_due_deliveries;
drop index deliveries_due;
create index deliveries_due on deliveries (lane, organization_id, due_at, id) where parked_at is null;
create index deliveries_parked on deliveries (organization_id, parked_at) where parked_at is not null;

-- Whose turn it may be in a lane, and nothing else. Goes from one organization to the next by the index, so that a long
-- list of one of them costs no more than a short one.
create function organizations_with_due(in_lane text, before timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
    with recursive waiting(id) as (
      (select organization_id from deliveries where lane = in_lane and parked_at is null order by organization_id limit 1)
      union all
      select (select d.organization_id from deliveries d
        where d.lane = in_lane and d.parked_at is null and d.organization_id > waiting.id
        order by d.organization_id limit 1)
      from waiting where waiting.id is not null
    )
    select w.id from waiting w where w.id is not null and exists (
      select from deliveries d
      where d.lane = in_lane and d.organization_id = w.id and d.parked_at is null and d.due_at <= before)
    order by (select min(d.due_at) from deliveries d
      where d.lane = in_lane and d.organization_id = w.id and d.parked_at is null)
  $$;
revoke all on function organizations_with_due from public;
grant execute on function organizations_with_due to muster_app;
