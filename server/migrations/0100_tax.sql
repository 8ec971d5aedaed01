-- Tax forms by version: what a payee certified, when, and the sealed document. The number itself is sealed.

create table tax_forms (
  organization_id uuid not null references organizations,
  id uuid not null,
  contractor_id uuid not null,
  kind text not null,
  revision text not null,
  name text not null,
  business_name text not null default '',
  classification text not null,
  llc_code text not null default '',
  other_classification text not null default '',
  foreign_partners boolean not null default false,
  exempt_payee_code text not null default '',
  fatca_code text not null default '',
  address jsonb not null,
  tin_kind text not null,
  tin_sealed text,
  tin_last4 text,
  tin_fingerprint text,
  second_item_struck boolean not null default false,
  signature jsonb not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  valid_from date not null,
  status text not null,
  reason text,
  file_id uuid,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, contractor_id) references contractors,
  foreign key (organization_id, file_id) references files,
  constraint a_number_is_sealed_or_applied_for check ((tin_kind = 'applied-for') = (tin_sealed is null)),
  constraint tax_form_kind_is_known check (kind in ('w9'))
);
create unique index one_current_tax_form on tax_forms (organization_id, contractor_id) where status = 'current';
create index tax_forms_by_contractor on tax_forms (organization_id, contractor_id, id);
create index tax_forms_by_file on tax_forms (organization_id, file_id);
create index tax_forms_by_tin on tax_forms (organization_id, tin_fingerprint);
call guard_by_organization('tax_forms');
call only_legal_transitions('tax_forms', 'current>superseded, current>withdrawn');
grant select, insert, update on tax_forms to muster_app;
