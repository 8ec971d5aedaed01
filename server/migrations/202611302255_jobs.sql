-- Work that outlasts a transaction. What is to be done next stands in `deliveries` like everything else that waits; here
-- stands what it is, how far it got and what came of it.

create table jobs (
  organization_id uuid not null,
  id uuid not null,
  name text not null,
  title text not null,
  input jsonb not null,
  state jsonb not null,
  started_by uuid not null,
  status text not null default 'waiting',
  done integer not null default 0,
  of integer,
  result jsonb,
  started_at timestamptz not null,
  begun_at timestamptz,
  moved_at timestamptz not null,
  ended_at timestamptz,
  cancelled_at timestamptz,
  primary key (organization_id, id),
  constraint an_end_has_its_time check ((status in ('done', 'cancelled', 'refused')) = (ended_at is not null))
);
create index jobs_by_person on jobs (organization_id, started_by, id desc);
call guard_by_organization('jobs');
call only_legal_transitions('jobs', 'waiting>running, waiting>done, waiting>cancelled, waiting>refused,
  running>done, running>cancelled, running>refused');
grant select, insert, update on jobs to muster_app;
