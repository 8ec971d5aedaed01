-- Who may approve how much, when two people are needed, and what was decided. Knows its subjects only by kind and id.

-- One row for each member whose limits were ever set; the amounts beside it, one for each currency.
create table approval_limit_holders (
  organization_id uuid not null references organizations,
  person_id uuid not null,
  set_by uuid not null,
  set_at timestamptz not null,
  version integer not null,
  primary key (organization_id, person_id),
  constraint nobody_sets_their_own_limit check (set_by <> person_id)
);
call guard_by_organization('approval_limit_holders');
grant select, insert, update on approval_limit_holders to muster_app;

create table approval_limits (
  organization_id uuid not null,
  person_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  primary key (organization_id, person_id, currency),
  foreign key (organization_id, person_id) references approval_limit_holders,
  constraint a_limit_is_not_negative check (amount_minor >= 0)
);
call guard_by_organization('approval_limits');
grant select, insert, delete on approval_limits to muster_app;

-- Every version stays: a decision says under which it was made.
create table approval_policies (
  organization_id uuid not null references organizations,
  version integer not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (organization_id, version)
);
call guard_by_organization('approval_policies');
create trigger approval_policies_are_append_only before update or delete or truncate on approval_policies
  execute function refuse_change();
grant select, insert on approval_policies to muster_app;

create table approval_thresholds (
  organization_id uuid not null,
  version integer not null,
  currency text not null,
  amount_minor bigint not null,
  primary key (organization_id, version, currency),
  foreign key (organization_id, version) references approval_policies,
  constraint a_threshold_is_not_negative check (amount_minor >= 0)
);
call guard_by_organization('approval_thresholds');
create trigger approval_thresholds_are_append_only before update or delete or truncate on approval_thresholds
  execute function refuse_change();
grant select, insert on approval_thresholds to muster_app;

create table approval_decisions (
  organization_id uuid not null references organizations,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  place integer not null,
  content_hash text not null,
  amount_minor bigint,
  currency text,
  decision text not null,
  note text,
  needed integer not null,
  policy_version integer,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, policy_version) references approval_policies,
  constraint one_decision_after_another unique (organization_id, subject_id, place),
  constraint a_decision_is_known check (decision in ('approved', 'returned', 'rejected')),
  constraint a_content_hash_is_sha_256 check (content_hash ~ '^[0-9a-f]{64}$'),
  constraint an_amount_has_a_currency check ((amount_minor is null) = (currency is null)),
  constraint a_refusal_says_why check (decision = 'approved' or length(trim(note)) > 0),
  constraint one_or_two_people_are_needed check (needed in (1, 2))
);
create index approval_decisions_of_a_policy on approval_decisions (organization_id, policy_version);
create index approval_decisions_of_a_person on approval_decisions (organization_id, decided_by, decided_at);
call guard_by_organization('approval_decisions');
create trigger approval_decisions_are_append_only before update or delete or truncate on approval_decisions
  execute function refuse_change();
grant select, insert on approval_decisions to muster_app;
