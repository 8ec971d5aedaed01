-- The ground every module stands on: who is asking (row security), what happened (journal), what must follow
-- (deliveries), and what was already answered (idempotency keys).

create extension if not exists pg_trgm;
create extension if not exists unaccent;

grant usage on schema public to muster_app;

-- The organization of this transaction. `nullif`, because after its first use in a session the setting is '' and not null.
create function current_organization() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.organization_id', true), '')::uuid $$;

create function without_accents(value text) returns text language sql immutable parallel safe strict
  as $$ select public.unaccent('public.unaccent', value) $$;

-- Puts a table behind the second wall: no row of another organization is read or written, whatever the query forgot.
-- The owner only migrates and lends its eyes to the few `security definer` functions, which filter by organization
-- themselves; without its own policy `force` would keep their searches from the indexes.
create procedure guard_by_organization(guarded regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format('create policy own_organization on %s using (organization_id = current_organization())
    with check (organization_id = current_organization())', guarded);
  execute format('create policy owner_passes on %s to current_user using (true) with check (true)', guarded);
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% keeps what happened; nothing in it is changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create table journal (
  organization_id uuid not null,
  id uuid not null,
  occurred_at timestamptz not null,
  person_id uuid,
  via text not null,
  command text not null,
  name text not null,
  data jsonb not null,
  subjects uuid[] not null,
  hash bytea not null,
  -- The database's own clock, for finding what is new; no part of what happened.
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  constraint a_hash_is_sha_256 check (length(hash) = 32)
);
create index journal_by_subject on journal using gin (subjects);
create index journal_by_recording on journal using brin (recorded_at);
create index journal_by_name on journal (organization_id, name, id);
create index journal_by_person on journal (organization_id, person_id, id);
create trigger journal_is_append_only before update or delete or truncate on journal execute function refuse_change();
call guard_by_organization('journal');
grant select, insert on journal to muster_app;

create table deliveries (
  organization_id uuid not null,
  id uuid not null,
  journal_id uuid not null,
  reaction text not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  parked_at timestamptz,
  primary key (organization_id, id),
  constraint one_delivery_per_reaction unique (organization_id, journal_id, reaction),
  foreign key (organization_id, journal_id) references journal
);
create index deliveries_due on deliveries (due_at) where parked_at is null;
call guard_by_organization('deliveries');
grant select, insert, update, delete on deliveries to muster_app;

-- The one look across organizations that the worker needs: whose turn it is, and nothing else.
create function organizations_with_due_deliveries(before timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select distinct organization_id from deliveries where parked_at is null and due_at <= before $$;
revoke all on function organizations_with_due_deliveries from public;
grant execute on function organizations_with_due_deliveries to muster_app;

-- `reply` is json, not jsonb: jsonb reorders keys and a replay would no longer be byte for byte the first answer.
create table idempotency_keys (
  organization_id uuid not null,
  person_id uuid not null,
  key text not null,
  command text not null,
  input_hash bytea not null,
  reply json not null,
  answered_at timestamptz not null,
  primary key (organization_id, person_id, key),
  constraint a_key_is_short check (length(key) between 1 and 255)
);
call guard_by_organization('idempotency_keys');
grant select, insert on idempotency_keys to muster_app;

-- Full-text and array operators are not leakproof, so row security keeps them from their indexes. Such a search goes
-- through a function that filters by organization itself.
create function journal_about(subject uuid, before uuid, how_many integer) returns setof journal
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select * from journal
    where organization_id = current_organization() and subjects @> array[subject] and (before is null or id < before)
    order by id desc limit how_many
  $$;
revoke all on function journal_about from public;
grant execute on function journal_about to muster_app;

-- What may follow what. The rules hold the same tables (`states.ts`); a test compares the two.
create table legal_transitions (
  object text not null,
  from_state text not null,
  to_state text not null,
  primary key (object, from_state, to_state)
);
grant select on legal_transitions to muster_app;

create function refuse_illegal_transition() returns trigger language plpgsql as $$
begin
  if new.status is distinct from old.status and not exists (
    select from legal_transitions where object = tg_table_name and from_state = old.status and to_state = new.status
  ) then
    raise exception '% cannot go from % to %', tg_table_name, old.status, new.status
      using errcode = 'check_violation', constraint = 'only_legal_transitions';
  end if;
  return new;
end $$;

-- Holds a table's `status` to the given transitions, written as 'draft>invited, invited>onboarding'.
create procedure only_legal_transitions(guarded regclass, transitions text) language plpgsql as $$
begin
  insert into legal_transitions
    select guarded::text, split_part(pair, '>', 1), split_part(pair, '>', 2)
    from regexp_split_to_table(regexp_replace(transitions, '\s', '', 'g'), ',') as pair;
  execute format('create trigger only_legal_transitions before update of status on %s
    for each row execute function refuse_illegal_transition()', guarded);
end $$;

-- Money as the API says it: {"amount": "1250.00", "currency": "USD"}. Decimals by ISO 4217, as in `currency.ts`; a test
-- compares the two.
create function decimals_of(currency text) returns integer language sql immutable parallel safe as $$
  select case
    when currency in ('BIF','CLP','DJF','GNF','ISK','JPY','KMF','KRW','PYG','RWF','UGX','UYI','VND','VUV','XAF','XOF','XPF')
      then 0
    when currency in ('BHD','IQD','JOD','KWD','LYD','OMR','TND') then 3
    when currency in ('CLF','UYW') then 4
    else 2 end $$;

create function money_json(minor bigint, currency text) returns json language sql immutable parallel safe as $$
  select json_build_object(
    'amount', round(minor::numeric / 10::numeric ^ decimals_of(currency), decimals_of(currency))::text, 'currency', currency) $$;

-- An opaque place in a list: the sort key of its last row, as base64url.
create function cursor_of(variadic key text[]) returns text language sql immutable parallel safe as $$
  select translate(encode(convert_to(array_to_json(key)::text, 'utf8'), 'base64'), E'+/=\n', '-_') $$;

-- An instant as the API says it: ISO 8601 in UTC with milliseconds.
create function utc_text(instant timestamptz) returns text language sql immutable parallel safe as $$
  select to_char(instant at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;
