-- What is owed and paid: the books, when approved invoices fall due, pay runs, payments and the files for the bank.

-- The books. An entry is never changed; a mistake is put right by an entry that reverses it.
create table ledger_entries (
  organization_id uuid not null references organizations,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  reverses uuid,
  booked_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, reverses) references ledger_entries,
  constraint entry_kind_is_known check (kind in
    ('invoice_approved', 'invoice_voided', 'payment_sent', 'payment_settled', 'payment_returned')),
  constraint only_a_void_reverses check ((kind = 'invoice_voided') = (reverses is not null)),
  -- An effect happens once, however often it is asked for.
  constraint one_entry_per_effect unique (organization_id, kind, subject_id)
);
create index ledger_entries_by_subject on ledger_entries (organization_id, subject_id, id);
create index ledger_entries_by_reversed on ledger_entries (organization_id, reverses);
create trigger ledger_entries_are_append_only before update or delete or truncate on ledger_entries
  execute function refuse_change();
call guard_by_organization('ledger_entries');
grant select, insert on ledger_entries to muster_app;

-- An account is its legal entity, kind, owner and currency; a debit is more than zero, a credit less.
create table ledger_postings (
  organization_id uuid not null,
  entry_id uuid not null,
  position integer not null,
  legal_entity_id uuid not null,
  account_kind text not null,
  owner_id uuid not null,
  currency text not null,
  amount_minor bigint not null,
  primary key (organization_id, entry_id, position),
  foreign key (organization_id, entry_id) references ledger_entries,
  foreign key (organization_id, legal_entity_id) references legal_entities,
  constraint account_kind_is_known check (account_kind in ('expense', 'payable', 'clearing', 'bank')),
  constraint a_posting_moves_something check (amount_minor <> 0)
);
create index ledger_postings_by_account on ledger_postings
  (organization_id, legal_entity_id, account_kind, owner_id, currency, entry_id) include (amount_minor);
create index ledger_postings_by_owner on ledger_postings (organization_id, owner_id, entry_id);
create trigger ledger_postings_are_append_only before update or delete or truncate on ledger_postings
  execute function refuse_change();
call guard_by_organization('ledger_postings');
grant select, insert on ledger_postings to muster_app;

-- At the commit every entry has two sides and adds up to zero in the books of each legal entity and in each currency.
create function refuse_unbalanced_entry() returns trigger language plpgsql as $$
declare
  entry uuid := case tg_table_name when 'ledger_entries' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'entry_id' end;
begin
  if (select count(*) < 2 from ledger_postings where organization_id = new.organization_id and entry_id = entry) or exists (
    select from ledger_postings where organization_id = new.organization_id and entry_id = entry
    group by legal_entity_id, currency having sum(amount_minor) <> 0
  ) then
    raise exception 'ledger entry % does not add up to zero', entry
      using errcode = 'check_violation', constraint = 'every_entry_adds_up_to_zero';
  end if;
  return null;
end $$;
create constraint trigger every_entry_adds_up_to_zero after insert on ledger_entries
  deferrable initially deferred for each row execute function refuse_unbalanced_entry();
create constraint trigger every_entry_adds_up_to_zero after insert on ledger_postings
  deferrable initially deferred for each row execute function refuse_unbalanced_entry();

-- Recomputed from the postings every time: there is no balance that could differ from them.
create view ledger_balances with (security_invoker = true) as
  select organization_id, legal_entity_id, account_kind, owner_id, currency, sum(amount_minor)::bigint as balance_minor
  from ledger_postings
  group by organization_id, legal_entity_id, account_kind, owner_id, currency;
grant select on ledger_balances to muster_app;

-- When a legal entity pays. Every version stays: an invoice keeps the due date it was given.
create table payment_schedules (
  organization_id uuid not null,
  legal_entity_id uuid not null,
  version integer not null,
  rule jsonb not null,
  cut_off_banking_days integer not null,
  calendar text not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (organization_id, legal_entity_id, version),
  foreign key (organization_id, legal_entity_id) references legal_entities,
  constraint a_cut_off_is_near check (cut_off_banking_days between 0 and 10),
  constraint calendar_is_known check (calendar in ('us-federal-reserve', 'target'))
);
create trigger payment_schedules_are_append_only before update or delete or truncate on payment_schedules
  execute function refuse_change();
call guard_by_organization('payment_schedules');
grant select, insert on payment_schedules to muster_app;

-- One for each approved invoice: what is owed, to whom, by when.
create table payables (
  organization_id uuid not null references organizations,
  id uuid not null,
  invoice_id uuid not null,
  contractor_id uuid not null,
  legal_entity_id uuid not null,
  department_id uuid not null,
  amount_minor bigint not null,
  currency text not null,
  -- Of the invoice as it was approved.
  content_hash bytea not null,
  due_on date not null,
  run_on date not null,
  status text not null,
  opened_at timestamptz not null,
  moved_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, invoice_id) references invoices,
  foreign key (organization_id, contractor_id) references contractors,
  foreign key (organization_id, legal_entity_id) references legal_entities,
  foreign key (organization_id, department_id) references departments,
  constraint one_payable_per_invoice unique (organization_id, invoice_id),
  -- A line of a payment refers to this, so that it can be for no other amount.
  constraint a_payable_is_paid_whole unique (organization_id, id, amount_minor, currency),
  constraint something_is_owed check (amount_minor > 0)
);
create index payables_due on payables (organization_id, legal_entity_id, currency, due_on, id) where status = 'open';
create index payables_by_legal_entity on payables (organization_id, legal_entity_id);
create index payables_by_due_day on payables (organization_id, due_on, id);
create index payables_by_contractor on payables (organization_id, contractor_id, id);
create index payables_by_department on payables (organization_id, department_id);
call guard_by_organization('payables');
call only_legal_transitions('payables', '
  open>in_run, open>void, in_run>open, in_run>sent, sent>settled, sent>open, settled>open');
grant select, insert, update on payables to muster_app;

create table pay_run_counters (
  organization_id uuid not null references organizations,
  last_number integer not null,
  primary key (organization_id)
);
call guard_by_organization('pay_run_counters');
grant select, insert, update on pay_run_counters to muster_app;

create table pay_runs (
  organization_id uuid not null references organizations,
  id uuid not null,
  number integer not null,
  legal_entity_id uuid not null,
  currency text not null,
  method text not null,
  pay_on date not null,
  status text not null,
  -- Of what is in it, without what was taken out.
  payment_count integer not null default 0,
  invoice_count integer not null default 0,
  total_minor bigint not null default 0,
  -- Of everything that was locked: who is paid how much, to which account, for which invoices.
  content_hash text,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  locked_by uuid,
  locked_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  released_by uuid,
  released_at timestamptz,
  acknowledged_at timestamptz,
  reason text,
  moved_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, legal_entity_id) references legal_entities,
  constraint one_number_per_run unique (organization_id, number),
  constraint method_is_known check (method in ('nacha', 'pain001')),
  constraint ach_moves_dollars check (method <> 'nacha' or currency = 'USD'),
  constraint a_second_person_approves check (approved_by <> prepared_by),
  constraint a_second_person_releases check (released_by <> prepared_by),
  constraint what_is_approved_is_locked check (
    status in ('open', 'cancelled') or (content_hash is not null and locked_by is not null)),
  constraint what_is_released_is_approved check (
    status in ('open', 'locked', 'cancelled') or approved_by is not null),
  constraint what_is_with_the_bank_was_released check (
    status in ('open', 'locked', 'approved', 'cancelled') or released_by is not null)
);
create index pay_runs_by_legal_entity on pay_runs (organization_id, legal_entity_id, id);
create index pay_runs_by_status on pay_runs (organization_id, status, id);
call guard_by_organization('pay_runs');
call only_legal_transitions('pay_runs', '
  open>locked, open>cancelled, locked>approved, locked>cancelled, approved>exported, approved>cancelled,
  exported>acknowledged, exported>settled, exported>partially_returned, acknowledged>settled,
  acknowledged>partially_returned, settled>partially_returned');
grant select, insert, update on pay_runs to muster_app;

-- One instruction to one payee. The account is bound when the run is prepared, down to its version.
create table payments (
  organization_id uuid not null,
  id uuid not null,
  pay_run_id uuid not null,
  reference text not null,
  contractor_id uuid not null,
  payee_id uuid not null,
  payout_method_id uuid not null,
  payout_method_version integer not null,
  amount_minor bigint not null,
  currency text not null,
  status text not null,
  trace_number text,
  sent_at timestamptz,
  settled_on date,
  returned_on date,
  return_code text,
  reason text,
  remittance_file_id uuid,
  moved_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, pay_run_id) references pay_runs,
  foreign key (organization_id, contractor_id) references contractors,
  foreign key (organization_id, payee_id) references payees,
  foreign key (organization_id, payout_method_id) references payout_methods,
  foreign key (organization_id, remittance_file_id) references files,
  constraint one_reference_per_payment unique (organization_id, reference),
  constraint one_payment_per_payee_and_run unique (organization_id, pay_run_id, payee_id),
  constraint a_payment_pays_something check (amount_minor > 0 or status = 'removed'),
  constraint a_return_says_why check ((status = 'returned') = (returned_on is not null and return_code is not null))
);
create index payments_by_run on payments (organization_id, pay_run_id, id);
create index payments_by_contractor on payments (organization_id, contractor_id, id);
create index payments_by_payee on payments (organization_id, payee_id);
create index payments_by_method on payments (organization_id, payout_method_id);
create index payments_returned on payments (organization_id, payout_method_id) where status = 'returned';
create index payments_by_remittance on payments (organization_id, remittance_file_id);
call guard_by_organization('payments');
call only_legal_transitions('payments', '
  prepared>removed, prepared>sent, sent>settled, sent>returned, settled>returned');
grant select, insert, update on payments to muster_app;

create table payment_lines (
  organization_id uuid not null,
  payment_id uuid not null,
  payable_id uuid not null,
  amount_minor bigint not null,
  currency text not null,
  is_live boolean not null default true,
  primary key (organization_id, payment_id, payable_id),
  foreign key (organization_id, payment_id) references payments,
  foreign key (organization_id, payable_id, amount_minor, currency)
    references payables (organization_id, id, amount_minor, currency)
);
-- However many requests race: what is owed is in one payment that is under way or done, or in none.
create unique index one_live_payment_per_payable on payment_lines (organization_id, payable_id) where is_live;
create index payment_lines_by_payable on payment_lines (organization_id, payable_id, amount_minor, currency);
call guard_by_organization('payment_lines');
grant select, insert, update (is_live) on payment_lines to muster_app;

-- The last look before the bank has it: a payment is what its invoices come to, no more and no less.
create function refuse_unsound_payment() returns trigger language plpgsql as $$
begin
  if new.amount_minor is distinct from (
    select sum(amount_minor) from payment_lines
    where organization_id = new.organization_id and payment_id = new.id and is_live and currency = new.currency
  ) then
    raise exception 'payment % is not what its invoices come to', new.id
      using errcode = 'check_violation', constraint = 'a_payment_is_its_lines';
  end if;
  return new;
end $$;
create trigger a_payment_is_its_lines before update of status on payments
  for each row when (new.status = 'sent' and old.status <> 'sent') execute function refuse_unsound_payment();

-- What was due and did not go out with a run, and why.
create table pay_run_left_out (
  organization_id uuid not null,
  pay_run_id uuid not null,
  payable_id uuid not null,
  at_step text not null,
  reason text not null,
  left_out_at timestamptz not null,
  primary key (organization_id, pay_run_id, payable_id),
  foreign key (organization_id, pay_run_id) references pay_runs,
  foreign key (organization_id, payable_id) references payables,
  constraint step_is_known check (at_step in ('prepared', 'open', 'locked', 'released'))
);
create index pay_run_left_out_by_payable on pay_run_left_out (organization_id, payable_id);
call guard_by_organization('pay_run_left_out');
grant select, insert on pay_run_left_out to muster_app;

-- The file for the bank: once for each run, sealed, because it holds whole account numbers.
create table bank_files (
  organization_id uuid not null,
  pay_run_id uuid not null,
  name text not null,
  media_type text not null,
  content_sealed text not null,
  sha256 text not null,
  payment_count integer not null,
  total_minor bigint not null,
  currency text not null,
  made_at timestamptz not null,
  primary key (organization_id, pay_run_id),
  foreign key (organization_id, pay_run_id) references pay_runs
);
create trigger bank_files_are_append_only before update or delete or truncate on bank_files
  execute function refuse_change();
call guard_by_organization('bank_files');
grant select, insert on bank_files to muster_app;

-- The running numbers a bank tells files and entries apart by.
create table bank_file_counters (
  organization_id uuid not null,
  legal_entity_id uuid not null,
  last_trace integer not null,
  day date not null,
  files_that_day integer not null,
  primary key (organization_id, legal_entity_id),
  foreign key (organization_id, legal_entity_id) references legal_entities,
  constraint a_day_has_36_file_letters check (files_that_day between 1 and 36)
);
call guard_by_organization('bank_file_counters');
grant select, insert, update on bank_file_counters to muster_app;
