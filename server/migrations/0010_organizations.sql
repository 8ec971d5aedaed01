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
  modules_off text[] not null default '{}',
  created_at timestamptz not null,
  version integer not null default 1,
  constraint a_brand_color_is_hex check (brand_color ~ '^#[0-9a-f]{6}$')
);
create index organizations_by_slug on organizations (slug);
call guard_by_organization('organizations');
grant select, insert, update on organizations to muster_app;

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

-- `ein` and the account numbers are sealed; only their last four are readable.
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
  bank_account_sealed text,
  bank_account_last4 text,
  bank_bic text,
  ach_company_id text,
  archived_at timestamptz,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint a_bank_account_is_whole check ((bank_kind is null) = (bank_account_sealed is null)),
  constraint a_bank_kind_is_known check (bank_kind in ('us', 'iban'))
);
create unique index one_legal_entity_of_a_name on legal_entities (organization_id, lower(name)) where archived_at is null;
call guard_by_organization('legal_entities');
grant select, insert, update on legal_entities to muster_app;
