-- Projects with their budgets, and pieces of work that are offered to and accepted by contractors.

create table projects (
  organization_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  code text,
  department_id uuid not null,
  legal_entity_id uuid not null,
  budget_minor bigint,
  currency text not null,
  status text not null,
  starts_on date,
  ends_on date,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, department_id) references departments,
  foreign key (organization_id, legal_entity_id) references legal_entities,
  constraint a_project_ends_after_it_began check (ends_on is null or starts_on is null or starts_on <= ends_on),
  constraint a_budget_is_positive check (budget_minor > 0)
);
create unique index one_project_of_a_code on projects (organization_id, lower(code));
create index projects_by_name on projects (organization_id, lower(name), id);
create index projects_by_department on projects (organization_id, department_id);
create index projects_by_legal_entity on projects (organization_id, legal_entity_id);
call guard_by_organization('projects');
call only_legal_transitions('projects', 'open>closed, closed>open');
grant select, insert, update on projects to muster_app;

-- `price_minor` is the rate of an hour or the whole price, `cap_minor` the most that may be invoiced on it.
create table assignments (
  organization_id uuid not null references organizations,
  id uuid not null,
  project_id uuid not null,
  engagement_id uuid not null,
  contractor_id uuid not null,
  title text not null,
  brief text not null default '',
  pricing text not null,
  price_minor bigint not null,
  cap_minor bigint,
  currency text not null,
  starts_on date not null,
  ends_on date,
  answer_by date not null,
  status text not null,
  reason text,
  drafted_by uuid not null,
  offered_by uuid,
  offered_at timestamptz,
  answered_at timestamptz,
  moved_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, project_id) references projects,
  foreign key (organization_id, engagement_id) references engagements,
  foreign key (organization_id, contractor_id) references contractors,
  constraint pricing_is_known check (pricing in ('hourly', 'fixed')),
  constraint a_price_is_positive check (price_minor > 0),
  constraint a_cap_is_positive check (cap_minor > 0),
  constraint an_assignment_ends_after_it_began check (ends_on is null or starts_on <= ends_on),
  constraint an_offer_says_by_whom check (status in ('draft', 'cancelled') or offered_by is not null)
);
create index assignments_by_project on assignments (organization_id, project_id, id);
create index assignments_by_engagement on assignments (organization_id, engagement_id);
create index assignments_by_contractor on assignments (organization_id, contractor_id, id);
create index assignments_by_status on assignments (organization_id, status, id);
create index assignments_that_wait on assignments (status, starts_on, answer_by) where status in ('offered', 'accepted');
call guard_by_organization('assignments');
call only_legal_transitions('assignments', '
  draft>pending_approval, draft>offered, draft>cancelled, pending_approval>offered, pending_approval>draft,
  pending_approval>cancelled, offered>accepted, offered>declined, offered>expired, offered>cancelled, offered>draft,
  accepted>active, accepted>cancelled, active>paused, active>completed, active>cancelled, paused>active,
  paused>completed, paused>cancelled, completed>closed, completed>active, declined>draft, expired>draft');
grant select, insert, update on assignments to muster_app;

-- Whose offers run out and whose work begins on a day: an organization each, and nothing else.
create function organizations_with_due_assignments(on_day date) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
    select distinct organization_id from assignments
    where (status = 'offered' and answer_by < on_day) or (status = 'accepted' and starts_on <= on_day)
  $$;
revoke all on function organizations_with_due_assignments from public;
grant execute on function organizations_with_due_assignments to muster_app;
