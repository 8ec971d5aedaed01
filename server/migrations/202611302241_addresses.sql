-- A person has one address. Another one signs in once the person, signed in, has opened the link that went there.
create table auth.address_changes (
  id uuid primary key,
  person_id uuid not null references auth.people on delete cascade,
  -- Whose words the mails go out in.
  organization_id uuid not null,
  email text not null,
  previous_email text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  confirmed_at timestamptz,
  constraint an_address_is_kept_in_small_letters check (email = lower(email)),
  constraint an_end_is_one_of_two check (ended_at is null or confirmed_at is null)
);
create unique index one_change_of_address_each on auth.address_changes (person_id)
  where ended_at is null and confirmed_at is null;
create index address_changes_of_a_person on auth.address_changes (person_id, asked_at);
create index address_changes_to_follow on auth.address_changes (confirmed_at) where confirmed_at is not null;
grant select, insert, update on auth.address_changes to muster_app;

-- Which organizations have put a new address on file.
create table address_follows (
  organization_id uuid not null,
  change_id uuid not null,
  followed_at timestamptz not null,
  primary key (organization_id, change_id)
);
call guard_by_organization('address_follows');
grant select, insert on address_follows to muster_app;

-- The one look across organizations that this needs: where people are on file under an address that they have changed.
create function address_changes_behind(since timestamptz) returns table (organization_id uuid, change_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.organization_id, x.id from auth.address_changes x
    join lateral (
      select m.organization_id from members m where m.person_id = x.person_id and m.status <> 'removed'
      union
      select c.organization_id from contractor_access c where c.person_id = x.person_id
    ) p on true
    where x.confirmed_at > since and not exists (
      select from address_follows f where f.organization_id = p.organization_id and f.change_id = x.id)
  $$;
revoke all on function address_changes_behind from public;
grant execute on function address_changes_behind to muster_app;

-- Where a contractor could be reached before: warnings about money go there too for a while.
create table contractor_addresses (
  organization_id uuid not null,
  contractor_id uuid not null,
  email text not null,
  left_at timestamptz not null,
  primary key (organization_id, contractor_id, left_at, email),
  foreign key (organization_id, contractor_id) references contractors
);
call guard_by_organization('contractor_addresses');
grant select, insert on contractor_addresses to muster_app;

-- By a trigger, so that no way of changing an address can forget it.
create function keep_former_address() returns trigger language plpgsql as $$
begin
  insert into contractor_addresses values (old.organization_id, old.id, old.email, new.changed_at) on conflict do nothing;
  return null;
end $$;
create trigger former_addresses_are_kept after update of email on contractors
  for each row when (old.email is distinct from new.email) execute function keep_former_address();
