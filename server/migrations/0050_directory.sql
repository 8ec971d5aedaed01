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

-- What the search reads, and what is searched for, brought to the same form: small letters without accents, wide and
-- joined forms as the plain ones (NFKC), O'Brien as obrien, C++ and C# as words of their own, every other sign a blank.
create function plain_letters(value text) returns text language sql immutable parallel safe as $$
  select case when octet_length(value) = length(value) then lower(value) else lower(without_accents(normalize(value, NFKC))) end $$;

create function search_words(variadic parts text[]) returns text language sql immutable parallel safe as $$
  select regexp_replace(
    replace(replace(translate(plain_letters(array_to_string(parts, ' ')), '''’ʼ', ''), '++', 'plusplus'), '#', 'sharp'),
    '[!-/:-@\[-`{-~]+', ' ', 'g') $$;

-- array_to_string is only stable for lists of any type; for plain text it always gives the same.
create function array_to_text(list text[]) returns text language sql immutable parallel safe
  as $$ select array_to_string(list, ' ') $$;

-- Trigrams need three characters and words need blanks between them; a Chinese or Japanese name has neither. These find
-- each of its characters by itself. U+2E80 is where the scripts of East Asia begin.
create function wide_letters(value text) returns text[] language sql immutable parallel safe
  as $$
    select case when octet_length(value) = length(value) then '{}'::text[]
      else array(select distinct letter from unnest(string_to_array(value, null)) as letter where ascii(letter) >= 11904)
    end $$;

-- The beginnings of all words that somebody typed, but for those in East Asian letters. Nothing that could be a word
-- finds nobody, and nothing in it can be taken for an operator: `search_words` leaves no sign.
create function beginnings_of(terms text) returns tsquery language sql immutable parallel safe as $$
  select case when count(*) = 0 then ''::tsquery
    else to_tsquery('simple', string_agg(quote_literal(word) || ':*', ' & ') filter (where wide_letters(word) = '{}')) end
  from regexp_split_to_table(search_words(terms), '\s+') as word where word <> '' $$;

-- The words in East Asian letters, to be found anywhere.
create function wide_words_of(terms text) returns text[] language sql immutable parallel safe as $$
  select array(select '%' || word || '%' from regexp_split_to_table(search_words(terms), '\s+') as word
    where wide_letters(word) <> '{}') $$;

-- How each skill is spelled, so that one filter finds all who have it.
create table skills (
  organization_id uuid not null references organizations,
  key text not null,
  name text not null,
  primary key (organization_id, key),
  constraint a_skill_is_known_by_its_plain_letters check (key = plain_letters(name))
);
call guard_by_organization('skills');
grant select, insert on skills to muster_app;

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
  availability_set_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  -- By what lists are sorted, and names compared. Short, because it travels in the cursor of every page.
  name_key text generated always as (left(plain_letters(display_name), 60)) stored,
  words text generated always as
    (search_words(display_name, email, headline, city, array_to_text(skills))) stored,
  search tsvector generated always as
    (to_tsvector('simple', search_words(display_name, email, headline, city, array_to_text(skills)))) stored,
  primary key (organization_id, id),
  foreign key (organization_id, type_id) references contractor_types,
  foreign key (organization_id, department_id) references departments,
  constraint an_email_is_in_small_letters check (email = lower(email)),
  constraint a_country_has_two_letters check (country ~ '^[A-Z]{2}$'),
  constraint a_ban_has_a_reason check ((do_not_engage_since is null) = (do_not_engage_reason is null)),
  constraint availability_is_known check (availability in ('unknown', 'available', 'limited', 'unavailable'))
);
create unique index one_contractor_of_an_email on contractors (organization_id, email) where status <> 'archived';
create unique index one_contractor_of_an_external_id on contractors (organization_id, external_id);
create index contractors_by_name on contractors (organization_id, name_key, id);
create index contractors_by_status on contractors (organization_id, status, name_key, id);
create index contractors_by_type on contractors (organization_id, type_id);
create index contractors_by_department on contractors (organization_id, department_id);
create index contractors_by_word on contractors using gin (search);
create index contractors_by_likeness on contractors using gin (name_key gin_trgm_ops);
create index contractors_by_letter on contractors using gin (wide_letters(words));
create index contractors_by_skill on contractors using gin (skills);
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

-- What a list was asked for. `departments` are those the asker is limited to.
create type contractor_filter as (
  terms text, states text[], countries text[], skills text[], types uuid[], availabilities text[], departments uuid[]
);

-- The contractors that fit, for the functions below, which PostgreSQL reads into their own queries. They filter by
-- organization themselves, because full-text, trigram and array operators behind row security never reach their indexes
-- (they are not leakproof); and they plan each time anew, so that what was not asked for is not in the plan.
create function contractors_matching(asked contractor_filter) returns setof contractors language sql stable as $$
  select c.* from contractors c
  where c.organization_id = current_organization()
    and ((asked).terms is null or (
      (beginnings_of((asked).terms) is null or c.search @@ beginnings_of((asked).terms))
      and (wide_words_of((asked).terms) = '{}'
        or (wide_letters(c.words) @> wide_letters((asked).terms) and c.words like all (wide_words_of((asked).terms))))))
    and ((asked).states is null or c.status = any ((asked).states))
    and ((asked).countries is null or c.country = any ((asked).countries))
    and ((asked).skills is null or c.skills @> (asked).skills)
    and ((asked).types is null or c.type_id = any ((asked).types))
    and ((asked).availabilities is null or c.availability = any ((asked).availabilities))
    and ((asked).departments is null or c.department_id is null or c.department_id = any ((asked).departments)) $$;

-- The ids of one page and one more, in order. First beginnings of words; when nobody is found, names that look alike
-- (trigrams), so that a typing error still finds somebody. Only names: half of all addresses look like "gmial".
create function find_contractors(
  asked contractor_filter, sort text, after_name text, after_id uuid, how_many integer
) returns uuid[] language plpgsql stable security definer
  -- Two slips in a short name still find it; the default of 0.6 forgives hardly one.
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
  set pg_trgm.word_similarity_threshold = 0.33 as $$
declare
  alike text := search_words(asked.terms);
  is_wide boolean := wide_letters(alike) <> '{}';
  found uuid[];
begin
  if length(alike) > 2 or is_wide then
    -- Few are expected: all are found by the words and then put in order. Left to itself PostgreSQL may walk through
    -- everybody in order and look who fits, which takes long when those who do come late.
    with matching as materialized (select c.id, c.name_key from contractors_matching(asked) c)
    select array(
      select m.id from matching m
      where after_id is null or case sort
        when 'added' then m.id > after_id
        when '-added' then m.id < after_id
        when '-name' then (m.name_key, m.id) < (after_name, after_id)
        else (m.name_key, m.id) > (after_name, after_id) end
      order by case sort when 'name' then m.name_key end, case sort when '-name' then m.name_key end desc,
        case when sort in ('name', 'added') then m.id end, m.id desc
      limit how_many + 1) into found;
  elsif sort = 'added' then
    -- Ids are UUIDv7: the later the larger.
    found := array(
      select c.id from contractors_matching(asked) c where after_id is null or c.id > after_id
      order by c.id limit how_many + 1);
  elsif sort = '-added' then
    found := array(
      select c.id from contractors_matching(asked) c where after_id is null or c.id < after_id
      order by c.id desc limit how_many + 1);
  elsif sort = '-name' then
    found := array(
      select c.id from contractors_matching(asked) c where after_id is null or (c.name_key, c.id) < (after_name, after_id)
      order by c.name_key desc, c.id desc limit how_many + 1);
  else
    found := array(
      select c.id from contractors_matching(asked) c where after_id is null or (c.name_key, c.id) > (after_name, after_id)
      order by c.name_key, c.id limit how_many + 1);
  end if;
  if cardinality(found) = 0 and after_id is null and not is_wide and show_trgm(alike) <> '{}' then
    asked.terms := null;
    found := array(
      select c.id from contractors_matching(asked) c where alike <% c.name_key
      order by alike <<-> c.name_key, c.name_key, c.id limit how_many);
  end if;
  return found;
end $$;
revoke all on function find_contractors from public;
grant execute on function find_contractors to muster_app;

-- One page of contractors as JSON, in one statement.
create function search_contractors(
  asked contractor_filter, sort text, after_name text, after_id uuid, at timestamptz, how_many integer
) returns json language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here uuid := current_organization();
  on_day date := (at at time zone (select time_zone from organizations where organization_id = here))::date;
  found uuid[] := find_contractors(asked, sort, after_name, after_id, how_many);
begin
  return (
    select json_build_object(
      'items', coalesce(json_agg(json_build_object(
        'id', c.id, 'displayName', c.display_name, 'email', c.email, 'status', c.status, 'country', c.country,
        'city', c.city, 'headline', c.headline, 'skills', c.skills, 'typeId', c.type_id, 'typeName', t.name,
        'departmentId', c.department_id, 'departmentName', d.name, 'availability', c.availability,
        'availableFrom', c.available_from, 'doNotEngage', c.do_not_engage_since is not null, 'rate', r.rate,
        'addedAt', to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      ) order by p.place), '[]'),
      'next', max(case when p.place = how_many and cardinality(found) > how_many
        then cursor_of(c.name_key, c.id::text) end))
    from unnest(found[1:how_many]) with ordinality as p(id, place)
    join contractors c on c.organization_id = here and c.id = p.id
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

-- How many of the matching contractors fall under each choice of each filter. A filter does not narrow its own choices:
-- whoever has chosen one country still sees how many there are in the others. Skills are different: each one chosen
-- narrows the rest, because a contractor has many.
create function count_contractors(asked contractor_filter) returns json language plpgsql stable security definer
  set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  unfiltered contractor_filter := row (asked.terms, null, null, asked.skills, null, null, asked.departments);
begin
  return (
    with kinds as (
      select c.status, c.country, c.type_id, c.availability, count(*) as n,
        (asked.states is null or c.status = any (asked.states))::int as by_status,
        (asked.countries is null or c.country = any (asked.countries))::int as by_country,
        (asked.types is null or c.type_id = any (asked.types))::int as by_type,
        (asked.availabilities is null or c.availability = any (asked.availabilities))::int as by_availability
      from contractors_matching(unfiltered) c group by c.status, c.country, c.type_id, c.availability
    ), fitting as (
      select *, by_status + by_country + by_type + by_availability as fits from kinds
    ), counts as (
      select 'status' as facet, status as value, sum(n) as count from fitting where fits - by_status = 3 group by status
      union all
      select 'country', country, sum(n) from fitting where fits - by_country = 3 group by country
      union all
      select 'typeId', type_id::text, sum(n) from fitting where fits - by_type = 3 and type_id is not null group by type_id
      union all
      select 'availability', availability, sum(n) from fitting where fits - by_availability = 3 group by availability
      union all
      select 'skill', skill, count(*) from contractors_matching(asked) c, unnest(c.skills) as skill group by skill
    ), ranked as (
      select *, row_number() over (partition by facet order by count desc, value) as place from counts
    ), lists as (
      select json_object_agg(facet, choices) as all_lists from (
        select facet, json_agg(json_build_object('value', value, 'count', count) order by place) as choices
        from ranked where place <= 50 group by facet) as lists
    )
    select json_build_object(
      'total', (select coalesce(sum(n), 0) from fitting where fits = 4),
      'status', coalesce(all_lists -> 'status', '[]'),
      'country', coalesce(all_lists -> 'country', '[]'),
      'typeId', coalesce(all_lists -> 'typeId', '[]'),
      'availability', coalesce(all_lists -> 'availability', '[]'),
      'skill', coalesce(all_lists -> 'skill', '[]'))
    from lists
  );
end $$;
revoke all on function count_contractors from public;
grant execute on function count_contractors to muster_app;
