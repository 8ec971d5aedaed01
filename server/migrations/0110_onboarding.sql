-- What a contractor goes through before work may start: flows by contractor type, in versions, and one onboarding for
-- each engagement, with its own copy of the stages.

create table onboarding_flows (
  organization_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  -- Null for the flow of everybody whose type has none of its own.
  contractor_type_id uuid,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, contractor_type_id) references contractor_types,
  constraint one_flow_of_a_contractor_type unique nulls not distinct (organization_id, contractor_type_id)
);
call guard_by_organization('onboarding_flows');
grant select, insert, update on onboarding_flows to muster_app;

-- What was agreed on is never rewritten: whoever is under way stays on the version they began with.
create table onboarding_flow_versions (
  organization_id uuid not null references organizations,
  flow_id uuid not null,
  number integer not null,
  stages jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (organization_id, flow_id, number),
  foreign key (organization_id, flow_id) references onboarding_flows,
  constraint a_flow_has_stages check (jsonb_array_length(stages) > 0)
);
create trigger flow_versions_are_append_only before update or delete on onboarding_flow_versions
  for each row execute function refuse_change();
call guard_by_organization('onboarding_flow_versions');
grant select, insert on onboarding_flow_versions to muster_app;

create table onboardings (
  organization_id uuid not null references organizations,
  id uuid not null,
  contractor_id uuid not null,
  engagement_id uuid not null,
  flow_id uuid not null,
  flow_version integer not null,
  status text not null,
  -- Where the invitation went: a link that went elsewhere opens nothing.
  email text not null,
  message text not null default '',
  link_id uuid,
  invited_by uuid not null,
  invited_at timestamptz not null,
  expires_at timestamptz,
  accepted_at timestamptz,
  completed_at timestamptz,
  reason text,
  reminders integer not null default 0,
  moved_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, contractor_id) references contractors,
  foreign key (organization_id, engagement_id) references engagements,
  foreign key (organization_id, flow_id, flow_version) references onboarding_flow_versions,
  constraint one_onboarding_of_an_engagement unique (organization_id, engagement_id),
  constraint an_open_invitation_ends check (
    status <> 'invited' or (expires_at is not null and link_id is not null)),
  constraint who_is_under_way_accepted check (status not in ('in_progress', 'completed') or accepted_at is not null),
  constraint the_end_says_when check ((status = 'completed') = (completed_at is not null))
);
create index onboardings_by_contractor on onboardings (organization_id, contractor_id, id);
create index onboardings_by_status on onboardings (organization_id, status, id);
create index onboardings_by_flow on onboardings (organization_id, flow_id, flow_version);
create index onboardings_that_wait on onboardings (expires_at) where status = 'invited';
call guard_by_organization('onboardings');
call only_legal_transitions('onboardings', '
  invited>in_progress, invited>declined, invited>withdrawn, invited>invite_expired, invite_expired>invited,
  invite_expired>withdrawn, in_progress>completed, in_progress>declined, in_progress>withdrawn, in_progress>rejected');
grant select, insert, update on onboardings to muster_app;

-- `plan` is the stage as the flow had it when the onboarding began.
create table onboarding_stages (
  organization_id uuid not null references organizations,
  id uuid not null,
  onboarding_id uuid not null,
  position integer not null,
  plan jsonb not null,
  status text not null,
  waits_for text not null,
  due_on date,
  submitted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  reason text,
  changes jsonb not null default '[]',
  agreement_id uuid,
  file_id uuid,
  reminders integer not null default 0,
  moved_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, onboarding_id) references onboardings,
  foreign key (organization_id, agreement_id) references agreements,
  foreign key (organization_id, file_id) references files,
  constraint one_stage_in_a_place unique (organization_id, onboarding_id, position),
  constraint a_waiver_says_why check (status <> 'waived' or reason is not null),
  constraint a_rejection_says_why check (status <> 'rejected' or (reason is not null and decided_by is not null)),
  constraint changes_are_named check (status <> 'changes_requested' or jsonb_array_length(changes) > 0)
);
create index stages_by_agreement on onboarding_stages (organization_id, agreement_id);
create index stages_by_file on onboarding_stages (organization_id, file_id);
create index stages_that_wait on onboarding_stages (moved_at) where status in ('open', 'changes_requested');
call guard_by_organization('onboarding_stages');
call only_legal_transitions('onboarding_stages', '
  open>submitted, open>approved, open>waived, open>expired,
  submitted>changes_requested, submitted>approved, submitted>rejected, submitted>waived, submitted>expired,
  changes_requested>submitted, changes_requested>approved, changes_requested>waived, changes_requested>expired,
  waived>open');
grant select, insert, update on onboarding_stages to muster_app;

-- Whose invitations run out and whose contractors keep something waiting: an organization each, and nothing else.
create function organizations_with_waiting_onboardings(at_time timestamptz, quiet_since timestamptz)
  returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
    select organization_id from onboardings
      where status = 'invited' and (expires_at <= at_time or invited_at <= quiet_since)
    union
    select organization_id from onboarding_stages
      where status in ('open', 'changes_requested') and waits_for = 'contractor' and moved_at <= quiet_since
  $$;
revoke all on function organizations_with_waiting_onboardings from public;
grant execute on function organizations_with_waiting_onboardings to muster_app;
