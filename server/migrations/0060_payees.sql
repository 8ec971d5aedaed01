-- Who is legally paid for a contractor, and to which account. Account numbers are sealed; only their last four are readable.

create table payees (
  organization_id uuid not null references organizations,
  id uuid not null,
  contractor_id uuid not null,
  kind text not null,
  legal_name text not null,
  address jsonb not null,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, contractor_id) references contractors,
  constraint one_payee_per_contractor unique (organization_id, contractor_id),
  constraint payee_kind_is_known check (kind in ('person', 'company'))
);
call guard_by_organization('payees');
grant select, insert, update on payees to muster_app;

create table payout_methods (
  organization_id uuid not null references organizations,
  id uuid not null,
  payee_id uuid not null,
  kind text not null,
  holder_name text not null,
  currency text not null,
  routing_number text,
  account_type text,
  bic text,
  number_sealed text not null,
  number_last4 text not null,
  fingerprint text not null,
  status text not null,
  is_change boolean not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  verified_by uuid,
  verified_at timestamptz,
  verified_how text,
  hold_until timestamptz,
  reason text,
  moved_at timestamptz not null,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, payee_id) references payees,
  constraint four_eyes_on_bank_accounts check (verified_by <> requested_by),
  constraint an_account_is_whole check (
    (kind = 'us_bank' and routing_number is not null and account_type is not null)
    or (kind = 'iban' and routing_number is null and account_type is null)),
  constraint account_type_is_known check (account_type in ('checking', 'savings')),
  constraint who_is_paid_was_verified check (status not in ('verified', 'cooling_off', 'active', 'superseded') or verified_by is not null),
  constraint a_change_is_held check (status <> 'cooling_off' or hold_until is not null)
);
create unique index one_active_payout_method on payout_methods (organization_id, payee_id) where status = 'active';
create unique index one_change_at_a_time on payout_methods (organization_id, payee_id)
  where status in ('requested', 'pending_verification', 'verified', 'cooling_off');
create index payout_methods_by_payee on payout_methods (organization_id, payee_id, id);
create index payout_methods_by_status on payout_methods (organization_id, status, id);
create index payout_methods_by_fingerprint on payout_methods (organization_id, fingerprint);
create index payout_methods_held on payout_methods (hold_until) where status = 'cooling_off';
call guard_by_organization('payout_methods');
call only_legal_transitions('payout_methods', '
  requested>pending_verification, requested>cancelled, pending_verification>verified, pending_verification>rejected,
  pending_verification>cancelled, pending_verification>expired, verified>cooling_off, verified>active,
  cooling_off>active, cooling_off>cancelled, cooling_off>rejected, active>superseded');
grant select, insert, update on payout_methods to muster_app;

-- Money waits by the database's clock: moving a server's own clock ends no hold.
create function organizations_with_ended_holds() returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select distinct organization_id from payout_methods where status = 'cooling_off' and hold_until <= now() $$;
revoke all on function organizations_with_ended_holds from public;
grant execute on function organizations_with_ended_holds to muster_app;
