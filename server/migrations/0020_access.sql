-- People who sign in, and what they may do where. What belongs to a person rather than to an organization lives in
-- the schema `auth`: a person may be a member of one organization and a contractor of others, with one sign-in.

create schema auth;
grant usage on schema auth to muster_app;

-- The first six tables are those of better-auth 1.7 as its `compileMigrations` prints them, with our names and uuid
-- keys; `better-auth.test.ts` holds them to it. Nothing migrates them by itself.
create table auth.people (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint an_address_is_kept_in_small_letters check (email = lower(email))
);

-- A session is born when somebody proves who they are and dies when they do so again, so `created_at` is the moment
-- of the last proof. The token is worthless without the signature that only the key file can make.
create table auth.sessions (
  id uuid primary key,
  token text not null unique,
  person_id uuid not null references auth.people on delete cascade,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_of_a_person on auth.sessions (person_id);
create index sessions_by_expiry on auth.sessions (expires_at);

create table auth.accounts (
  id uuid primary key,
  person_id uuid not null references auth.people on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  constraint one_account_of_a_kind unique (person_id, provider_id)
);

create table auth.verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_by_identifier on auth.verifications (identifier);
create index verifications_by_expiry on auth.verifications (expires_at);

create table auth.two_factors (
  id uuid primary key,
  person_id uuid not null references auth.people on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean,
  failed_verification_count integer,
  locked_until timestamptz,
  constraint one_authenticator_each unique (person_id)
);

create table auth.passkeys (
  id uuid primary key,
  person_id uuid not null references auth.people on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz
);
create index passkeys_of_a_person on auth.passkeys (person_id);

-- Wrong guesses, by a keyed fingerprint of account, address or device; no plain address or e-mail is kept here.
create table auth.guesses (
  key bytea primary key,
  failures integer not null,
  last_at timestamptz not null
);
create index guesses_by_age on auth.guesses (last_at);

-- A six-digit code opens once: whoever looked over a shoulder comes too late.
create table auth.used_codes (
  person_id uuid not null references auth.people on delete cascade,
  code text not null,
  used_at timestamptz not null,
  primary key (person_id, code)
);

create table auth.set_up_links (
  token_hash bytea primary key,
  expires_at timestamptz not null,
  used_at timestamptz
);

grant select, insert, update, delete on all tables in schema auth to muster_app;

create table members (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid references auth.people,
  name text not null,
  email text not null,
  roles text[] not null,
  department_ids uuid[],
  status text not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint a_status_is_known check (status in ('invited', 'active', 'disabled', 'removed')),
  constraint roles_are_known check (
    roles <@ array['owner', 'admin', 'finance', 'releaser', 'legal', 'manager', 'approver', 'auditor']
  ),
  constraint a_member_has_a_role check (cardinality(roles) > 0),
  constraint an_auditor_holds_no_other_role check (not 'auditor' = any (roles) or cardinality(roles) = 1),
  constraint only_the_invited_are_nobody_yet check (person_id is not null or status in ('invited', 'removed'))
);
create unique index one_member_of_an_address on members (organization_id, email) where status <> 'removed';
create unique index one_membership_each on members (organization_id, person_id) where status <> 'removed';
create index members_by_name on members (organization_id, name, id);
create index members_of_a_person on members (person_id);
call guard_by_organization('members');
grant select, insert, update on members to muster_app;

create table contractor_access (
  organization_id uuid not null,
  contractor_id uuid not null,
  person_id uuid not null references auth.people,
  granted_at timestamptz not null,
  primary key (organization_id, contractor_id),
  constraint one_contractor_each unique (organization_id, person_id)
);
create index contractor_access_of_a_person on contractor_access (person_id);
call guard_by_organization('contractor_access');
grant select, insert, delete on contractor_access to muster_app;

-- One purpose, one subject, one use. The token itself is nowhere: it is made from this id and the key file.
create table links (
  organization_id uuid not null,
  id uuid not null,
  purpose text not null,
  subject_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organization_id, id)
);
create index links_of_a_subject on links (organization_id, subject_id);
call guard_by_organization('links');
grant select, insert, update on links to muster_app;

create table api_keys (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid not null references auth.people,
  name text not null,
  hash bytea not null,
  last_four text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (organization_id, id),
  constraint a_hash_is_sha_256 check (length(hash) = 32),
  constraint a_key_is_for_something check (cardinality(scopes) > 0),
  constraint a_key_ends check (expires_at > created_at)
);
create index api_keys_of_a_person on api_keys (person_id);
call guard_by_organization('api_keys');
grant select, insert, update on api_keys to muster_app;

-- Every process keeps sessions and roles in memory and must hear of a change at its commit, whichever statement
-- made it.
create function tell_access_changed() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform pg_notify('muster_access', old.person_id::text); end if;
  if tg_op <> 'DELETE' then perform pg_notify('muster_access', new.person_id::text); end if;
  return null;
end $$;

create trigger sessions_end_everywhere after delete on auth.sessions
  for each row execute function tell_access_changed();
create trigger roles_change_everywhere after insert or update or delete on members
  for each row execute function tell_access_changed();
create trigger portal_access_changes_everywhere after insert or update or delete on contractor_access
  for each row execute function tell_access_changed();
create trigger keys_end_everywhere after update of revoked_at on api_keys
  for each row execute function tell_access_changed();

-- The one look across organizations that signing in needs: where this person belongs, and as what.
create function places_of(person uuid) returns table (
  organization_id uuid, slug text, name text, roles text[], department_ids uuid[], is_member boolean,
  contractor_id uuid, programme_name text, brand_color text, has_logo boolean, modules_off text[]
)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select o.organization_id, o.slug, o.name, coalesce(m.roles, '{}'), m.department_ids, m.id is not null,
      c.contractor_id, o.programme_name, o.brand_color, o.logo_file_id is not null, o.modules_off
    from (
      select mine.organization_id from members mine where mine.person_id = person and mine.status = 'active'
      union
      select theirs.organization_id from contractor_access theirs where theirs.person_id = person
    ) as place
    join organizations o on o.organization_id = place.organization_id
    left join members m on m.organization_id = place.organization_id and m.person_id = person and m.status = 'active'
    left join contractor_access c on c.organization_id = place.organization_id and c.person_id = person
    order by o.name, o.organization_id
    limit 200
  $$;
revoke all on function places_of from public;
grant execute on function places_of to muster_app;
