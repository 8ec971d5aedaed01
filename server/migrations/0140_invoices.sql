-- Invoices: what contractors claim, from draft to settled.

-- A price with at least the decimals of its currency, and more only where it has them.
create function price_text(price numeric, currency text) returns text language sql immutable parallel safe as $$
  select case when scale(trim_scale(price)) <= decimals_of(currency) then round(price, decimals_of(currency))
    else trim_scale(price) end::text $$;

create table invoices (
  organization_id uuid not null references organizations,
  id uuid not null,
  contractor_id uuid not null,
  engagement_id uuid not null,
  legal_entity_id uuid not null,
  department_id uuid not null,
  project_id uuid not null,
  assignment_id uuid not null,
  number text not null,
  number_key text not null,
  issued_on date not null,
  period_from date,
  period_to date,
  note text not null default '',
  currency text not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  adjustment_minor bigint not null default 0,
  total_minor bigint not null,
  source text not null,
  file_id uuid,
  pdf_file_id uuid,
  status text not null,
  reason text,
  content_hash bytea,
  drafted_by uuid not null,
  submitted_by uuid,
  submitted_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  moved_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, contractor_id) references contractors,
  foreign key (organization_id, engagement_id) references engagements,
  foreign key (organization_id, legal_entity_id) references legal_entities,
  foreign key (organization_id, department_id) references departments,
  foreign key (organization_id, project_id) references projects,
  foreign key (organization_id, assignment_id) references assignments,
  foreign key (organization_id, file_id) references files,
  foreign key (organization_id, pdf_file_id) references files,
  constraint four_eyes check (approved_by <> submitted_by and approved_by <> drafted_by),
  constraint the_total_adds_up check (total_minor = net_minor + tax_minor + adjustment_minor),
  constraint a_submitted_invoice_claims_something check (status in ('draft', 'void') or total_minor > 0),
  constraint what_is_approved_is_fixed check (status in ('draft', 'void', 'returned_for_changes') or content_hash is not null),
  constraint source_is_known check (source in ('written', 'e-invoice'))
);
create unique index one_number_per_payee on invoices (organization_id, contractor_id, number_key) where status <> 'void';
create index invoices_by_status on invoices (organization_id, status, id);
create index invoices_by_contractor on invoices (organization_id, contractor_id, id);
create index invoices_by_assignment on invoices (organization_id, assignment_id);
create index invoices_by_project on invoices (organization_id, project_id);
create index invoices_by_engagement on invoices (organization_id, engagement_id);
create index invoices_by_legal_entity on invoices (organization_id, legal_entity_id);
create index invoices_by_department on invoices (organization_id, department_id, id);
create index invoices_by_file on invoices (organization_id, file_id);
create index invoices_by_pdf on invoices (organization_id, pdf_file_id);
call guard_by_organization('invoices');
call only_legal_transitions('invoices', '
  draft>submitted, draft>void, submitted>in_approval, submitted>approved, submitted>returned_for_changes,
  submitted>rejected, submitted>void, submitted>disputed, in_approval>approved, in_approval>returned_for_changes,
  in_approval>rejected, in_approval>void, in_approval>disputed, disputed>submitted, disputed>rejected, disputed>void,
  returned_for_changes>submitted, returned_for_changes>void, approved>scheduled, approved>in_run, approved>void,
  approved>paid_outside, approved>credited, scheduled>approved, scheduled>in_run, scheduled>void, scheduled>paid_outside,
  scheduled>credited, in_run>scheduled, in_run>sent, sent>settled, sent>payment_returned, settled>payment_returned,
  settled>credited, payment_returned>scheduled, payment_returned>in_run, payment_returned>paid_outside,
  payment_returned>void');
grant select, insert, update on invoices to muster_app;
-- Approval and payment touch many rows of this table; without this the visibility map goes stale and reports slow down.
alter table invoices set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

create table invoice_lines (
  organization_id uuid not null,
  invoice_id uuid not null,
  position integer not null,
  description text not null,
  quantity numeric(18, 6) not null,
  unit text not null,
  unit_price numeric(24, 8) not null,
  net_minor bigint not null,
  tax_rate numeric(7, 4) not null default 0,
  primary key (organization_id, invoice_id, position),
  foreign key (organization_id, invoice_id) references invoices,
  constraint a_line_has_a_place check (position > 0)
);
call guard_by_organization('invoice_lines');
grant select, insert, delete on invoice_lines to muster_app;
