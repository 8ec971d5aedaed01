-- The organization, the legal entities that sign and pay for it, and its departments.

-- Global on purpose: the first part of an address (/northwind/…) leads to its organization before anybody is known.
create table organization_slugs (
  slug text primary key,
  organization_id uuid not null unique,
  constraint a_slug_is_plain check (slug ~ '^[a-z0-9](-?[a-z0-9]){1,39}$')
);
grant select, insert on organization_slugs to muster_app;

create table organizations (
  organization_id uuid not null primary key,
  slug text not null references organization_slugs,
  name text not null,
  time_zone text not null,
  currency text not null,
  programme_name text not null,
  brand_color text not null,
  logo_file_id uuid,
  logo_sha256 text,
  logo_media_type text,
  modules_off text[] not null default '{}',
  created_at timestamptz not null,
  version integer not null default 1,
  constraint a_brand_color_is_hex check (brand_color ~ '^#[0-9a-f]{6}$'),
  constraint a_logo_is_whole check (num_nulls(logo_file_id, logo_sha256, logo_media_type) in (0, 3)),
  constraint a_logo_is_a_picture check (logo_media_type in ('image/png', 'image/jpeg'))
);
create index organizations_by_slug on organizations (slug);
call guard_by_organization('organizations');
grant select, insert, update on organizations to muster_app;

-- What a sign-in page may show before anybody is known, by the first part of its address.
create function public_brand(wanted text) returns json
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select json_build_object('slug', slug, 'name', name, 'programmeName', programme_name, 'brandColor', brand_color,
      'hasLogo', logo_file_id is not null)
    from organizations where slug = wanted
  $$;
create function public_logo(wanted text) returns table (organization_id uuid, sha256 text, media_type text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select organization_id, logo_sha256, logo_media_type from organizations
    where slug = wanted and logo_file_id is not null
  $$;
revoke all on function public_brand, public_logo from public;
grant execute on function public_brand, public_logo to muster_app;

create table departments (
  organization_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id)
);
create unique index one_department_of_a_name on departments (organization_id, lower(name)) where archived_at is null;
call guard_by_organization('departments');
grant select, insert, update on departments to muster_app;

-- `ein`, the account and the company id (as a rule a 1 and the EIN) are sealed; only last fours are readable.
create table legal_entities (
  organization_id uuid not null references organizations,
  id uuid not null,
  name text not null,
  address jsonb not null,
  currency text not null,
  ein_sealed text,
  ein_last4 text,
  bank_name text,
  bank_kind text,
  bank_routing text,
  bank_bic text,
  bank_account_sealed text,
  bank_account_last4 text,
  ach_company_id_sealed text,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint an_ein_is_whole check ((ein_sealed is null) = (ein_last4 is null)),
  constraint a_bank_kind_is_known check (bank_kind in ('us', 'iban')),
  constraint a_bank_account_is_whole check (
    num_nulls(bank_kind, bank_name, bank_account_sealed, bank_account_last4) in (0, 4)
  ),
  constraint a_us_account_can_send_ach check (
    (bank_kind is not distinct from 'us') = (bank_routing is not null)
    and (bank_kind is not distinct from 'us') = (ach_company_id_sealed is not null)
  ),
  constraint only_an_iban_has_a_bic check (bank_bic is null or bank_kind = 'iban')
);
create unique index one_legal_entity_of_a_name on legal_entities (organization_id, lower(name)) where archived_at is null;
call guard_by_organization('legal_entities');
grant select, insert, update on legal_entities to muster_app;

-- Every look at a sealed value counts, whichever module holds it.
create table reveal_counts (
  organization_id uuid not null references organizations,
  person_id uuid not null,
  day date not null,
  reveals integer not null,
  primary key (organization_id, person_id, day),
  constraint at_most_20_reveals_a_day check (reveals between 1 and 20)
);
call guard_by_organization('reveal_counts');
grant select, insert, update on reveal_counts to muster_app;
