-- Contractors: who they are, what they can do, what they cost, when they are free.

create table contractor_types (
  organization_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  description text not null default '',
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id)
);
create unique index one_type_of_a_name on contractor_types (organization_id, lower(name)) where archived_at is null;
call guard_by_organization('contractor_types');
grant select, insert, update on contractor_types to muster_app;

-- What the search reads: small letters, no accents, and blanks where an e-mail address has its signs.
create function search_words(variadic parts text[]) returns text language sql immutable parallel safe
  as $$ select regexp_replace(lower(without_accents(array_to_string(parts, ' '))), '[@._/+-]+', ' ', 'g') $$;

-- array_to_string is only stable for lists of any type; for plain text it always gives the same.
create function array_to_text(list text[]) returns text language sql immutable parallel safe
  as $$ select array_to_string(list, ' ') $$;

-- Trigrams need three characters, but a Chinese or Japanese name may have two: these find each character by itself.
create function wide_letters(value text) returns text[] language sql immutable parallel safe
  as $$ select array(select distinct letter from regexp_split_to_table(value, '') as letter where letter > U&'\2E7F') $$;

create table contractors (
  organization_id uuid not null references organizations,
  id uuid not null,
  external_id text,
  type_id uuid,
  department_id uuid,
  display_name text not null,
  email text not null,
  phone text,
  country text not null,
  region text,
  city text,
  time_zone text,
  headline text not null default '',
  about text not null default '',
  website text,
  skills text[] not null default '{}',
  status text not null,
  moved_at timestamptz not null,
  do_not_engage_since timestamptz,
  do_not_engage_reason text,
  availability text not null default 'unknown',
  available_from date,
  availability_note text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  name_key text generated always as (lower(without_accents(display_name))) stored,
  words text generated always as
    (search_words(display_name, email, headline, city, array_to_text(skills))) stored,
  search tsvector generated always as
    (to_tsvector('simple', search_words(display_name, email, headline, city, array_to_text(skills)))) stored,
  letters text[] generated always as (wide_letters(display_name)) stored,
  primary key (organization_id, id),
  foreign key (organization_id, type_id) references contractor_types,
  foreign key (organization_id, department_id) references departments,
  constraint a_country_has_two_letters check (country ~ '^[A-Z]{2}$'),
  constraint a_ban_has_a_reason check ((do_not_engage_since is null) = (do_not_engage_reason is null)),
  constraint availability_is_known check (availability in ('unknown', 'available', 'limited', 'unavailable'))
);
create unique index one_contractor_of_an_email on contractors (organization_id, lower(email)) where status <> 'archived';
create unique index one_contractor_of_an_external_id on contractors (organization_id, external_id);
create index contractors_by_name on contractors (organization_id, name_key, id);
create index contractors_by_status on contractors (organization_id, status, name_key, id);
create index contractors_by_type on contractors (organization_id, type_id);
create index contractors_by_department on contractors (organization_id, department_id);
create index contractors_by_search on contractors using gin (search);
create index contractors_by_words on contractors using gin (words gin_trgm_ops);
create index contractors_by_letters on contractors using gin (letters);
create index contractors_by_skills on contractors using gin (skills);
call guard_by_organization('contractors');
call only_legal_transitions('contractors', '
  draft>invited, draft>archived, draft>withdrawn,
  invited>onboarding, invited>declined, invited>withdrawn, invited>invite_expired, invited>draft,
  invite_expired>invited, invite_expired>archived,
  onboarding>ready, onboarding>rejected, onboarding>withdrawn, onboarding>declined,
  ready>active, ready>onboarding, ready>paused, ready>ended,
  active>paused, active>ended, paused>active, paused>ended,
  ended>archived, ended>invited, declined>archived, declined>invited, withdrawn>archived, withdrawn>invited,
  rejected>archived, archived>invited');
grant select, insert, update on contractors to muster_app;

create table contractor_rates (
  organization_id uuid not null,
  id uuid not null,
  contractor_id uuid not null,
  unit text not null,
  amount_minor bigint not null,
  currency text not null,
  valid_from date not null,
  primary key (organization_id, id),
  foreign key (organization_id, contractor_id) references contractors,
  constraint a_rate_is_positive check (amount_minor > 0),
  constraint a_rate_unit_is_known check (unit in ('hour', 'day', 'week', 'month', 'piece'))
);
create unique index one_rate_per_unit_and_start on contractor_rates (organization_id, contractor_id, unit, valid_from);
call guard_by_organization('contractor_rates');
grant select, insert, delete on contractor_rates to muster_app;

-- One contractor working for one legal entity under one chain of agreements.
create table engagements (
  organization_id uuid not null,
  id uuid not null,
  contractor_id uuid not null,
  legal_entity_id uuid not null,
  department_id uuid,
  status text not null,
  starts_on date not null,
  ends_on date,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, contractor_id) references contractors,
  foreign key (organization_id, legal_entity_id) references legal_entities,
  foreign key (organization_id, department_id) references departments,
  constraint an_engagement_ends_after_it_starts check (ends_on >= starts_on),
  constraint an_ended_engagement_has_a_last_day check (status <> 'ended' or ends_on is not null)
);
-- Two at once for the same legal entity would be two answers to "may this be paid".
create unique index one_open_engagement_per_legal_entity
  on engagements (organization_id, contractor_id, legal_entity_id) where status <> 'ended';
create index engagements_by_contractor on engagements (organization_id, contractor_id, starts_on);
create index engagements_by_legal_entity on engagements (organization_id, legal_entity_id);
create index engagements_by_department on engagements (organization_id, department_id);
call guard_by_organization('engagements');
call only_legal_transitions('engagements', 'draft>active, draft>ended, active>ended');
grant select, insert, update on engagements to muster_app;

-- One page of contractors as JSON, in one statement. It filters by organization itself, because full-text and array
-- operators behind row security never reach their indexes (they are not leakproof). First whole words and beginnings of
-- words; when nothing matches, names that sound alike (trigrams), so that a typing error still finds somebody.
create function search_contractors(
  terms text, states text[], countries text[], with_skills text[], types uuid[], departments uuid[],
  after_name text, after_id uuid, on_day date, how_many integer
) returns json language plpgsql stable security definer
  -- Two slips in a short name still find it; the default of 0.6 forgives hardly one.
  set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.4 as $$
declare
  here uuid := current_organization();
  wanted tsquery;
  wide text[] := wide_letters(coalesce(terms, ''));
  found contractors[];
begin
  if terms is null or cardinality(wide) > 0 then
    found := array(
      select c from contractors c
      where c.organization_id = here
        and (cardinality(wide) = 0 or (c.letters @> wide and c.display_name ilike '%' || trim(terms) || '%'))
        and (states is null or c.status = any (states)) and (countries is null or c.country = any (countries))
        and (with_skills is null or c.skills @> with_skills) and (types is null or c.type_id = any (types))
        and (departments is null or c.department_id is null or c.department_id = any (departments))
        and (after_name is null or (c.name_key, c.id) > (after_name, after_id))
      order by c.name_key, c.id limit how_many + 1);
  else
    wanted := (select to_tsquery('simple', string_agg(quote_literal(word) || ':*', ' & '))
      from regexp_split_to_table(search_words(terms), '\s+') as word where word <> '');
    found := array(
      select c from contractors c
      where c.organization_id = here and c.search @@ wanted
        and (states is null or c.status = any (states)) and (countries is null or c.country = any (countries))
        and (with_skills is null or c.skills @> with_skills) and (types is null or c.type_id = any (types))
        and (departments is null or c.department_id is null or c.department_id = any (departments))
        and (after_name is null or (c.name_key, c.id) > (after_name, after_id))
      order by c.name_key, c.id limit how_many + 1);
    if cardinality(found) = 0 and after_name is null then
      found := array(
        select c from contractors c
        where c.organization_id = here and search_words(terms) <% c.words
          and (states is null or c.status = any (states)) and (countries is null or c.country = any (countries))
          and (with_skills is null or c.skills @> with_skills) and (types is null or c.type_id = any (types))
          and (departments is null or c.department_id is null or c.department_id = any (departments))
        order by search_words(terms) <<-> c.words, c.name_key, c.id limit how_many);
    end if;
  end if;
  return (
    select json_build_object(
      'items', coalesce(json_agg(json_build_object(
        'id', c.id, 'displayName', c.display_name, 'email', c.email, 'status', c.status, 'country', c.country,
        'city', c.city, 'headline', c.headline, 'skills', c.skills, 'typeId', c.type_id, 'typeName', t.name,
        'departmentId', c.department_id, 'departmentName', d.name, 'availability', c.availability,
        'availableFrom', c.available_from, 'doNotEngage', c.do_not_engage_since is not null, 'rate', r.rate
      ) order by c.place) filter (where c.place <= how_many), '[]'),
      'next', max(case when c.place = how_many and cardinality(found) > how_many
        then cursor_of(c.name_key, c.id::text) end))
    from unnest(found) with ordinality as c(organization_id, id, external_id, type_id, department_id, display_name, email,
      phone, country, region, city, time_zone, headline, about, website, skills, status, moved_at, do_not_engage_since,
      do_not_engage_reason, availability, available_from, availability_note, created_at, changed_at, version, name_key,
      words, search, letters, place)
    left join contractor_types t on t.organization_id = here and t.id = c.type_id
    left join departments d on d.organization_id = here and d.id = c.department_id
    left join lateral (
      select json_build_object('unit', unit, 'price', money_json(amount_minor, currency)) as rate
      from contractor_rates where organization_id = here and contractor_id = c.id and valid_from <= on_day
      order by valid_from desc, unit limit 1
    ) r on true);
end $$;
revoke all on function search_contractors from public;
grant execute on function search_contractors to muster_app;
