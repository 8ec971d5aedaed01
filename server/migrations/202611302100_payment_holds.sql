-- What stops payment, one row for each reason, as each module publishes it: the list of what is owed, its sums, the pay
-- run and the page of one invoice all read these, so that they cannot say different things.

create view contractor_payment_holds with (security_invoker = true) as
  select organization_id, id as contractor_id, 'directory.do-not-engage' as code, do_not_engage_since as since,
    null::date as by_day, '{}'::jsonb as detail
  from contractors where do_not_engage_since is not null;
grant select on contractor_payment_holds to muster_app;

create view payee_payment_holds with (security_invoker = true) as
  select c.organization_id, c.id as contractor_id,
    case m.status when 'cooling_off' then 'payees.payout-method-held'
      when 'pending_verification' then 'payees.payout-method-unverified' else 'payees.no-payout-method' end as code,
    case m.status when 'cooling_off' then coalesce(m.verified_at, m.requested_at)
      when 'pending_verification' then m.requested_at else c.moved_at end as since,
    case m.status when 'cooling_off' then (m.hold_until at time zone 'UTC')::date end as by_day,
    jsonb_build_object('last4', m.number_last4) as detail
  from contractors c
  left join payees y on y.organization_id = c.organization_id and y.contractor_id = c.id
  left join payout_methods m on m.organization_id = y.organization_id and m.payee_id = y.id
    and m.status in ('pending_verification', 'cooling_off')
  left join payout_methods active on active.organization_id = y.organization_id and active.payee_id = y.id
    and active.status = 'active'
  where m.id is not null or active.id is null;
grant select on payee_payment_holds to muster_app;

-- A signature that is missing on our own side is no reason to keep somebody's money.
create view agreement_payment_holds with (security_invoker = true) as
  select organization_id, contractor_id, engagement_id, 'agreements.waits-for-contractor' as code,
    coalesce(sent_at, moved_at) as since, expires_on as by_day,
    jsonb_build_object('agreementId', id, 'title', title) as detail
  from agreements where status in ('sent', 'viewed');
grant select on agreement_payment_holds to muster_app;

create view tax_payment_holds with (security_invoker = true) as
  select c.organization_id, c.id as contractor_id,
    case when f.id is null then 'tax.no-tax-form' else 'tax.number-applied-for' end as code,
    coalesce(f.signed_at, c.moved_at) as since, null::date as by_day, '{}'::jsonb as detail
  from contractors c
  left join tax_forms f on f.organization_id = c.organization_id and f.contractor_id = c.id and f.status = 'current'
  where c.country = 'US' and (f.id is null or f.tin_kind = 'applied-for');
grant select on tax_payment_holds to muster_app;

create view invoice_payment_holds with (security_invoker = true) as
  select i.organization_id, i.id as invoice_id, h.code, h.since, p.due_on as by_day, h.detail
  from invoices i
  join legal_entities l on l.organization_id = i.organization_id and l.id = i.legal_entity_id
  left join payables p on p.organization_id = i.organization_id and p.invoice_id = i.id
  left join payees y on y.organization_id = i.organization_id and y.contractor_id = i.contractor_id
  left join payout_methods m on m.organization_id = y.organization_id and m.payee_id = y.id and m.status = 'active'
  cross join lateral (
    select 'payments.no-originating-account' as code, p.opened_at as since,
      jsonb_build_object('legalEntityName', l.name) as detail
    where l.bank_kind is null and p.id is not null
    union all
    select 'payments.other-currency', coalesce(p.opened_at, m.moved_at),
      jsonb_build_object('last4', m.number_last4, 'takes', m.currency, 'currency', i.currency)
    where m.currency <> i.currency
    union all
    (select 'payments.account-returned', r.moved_at, jsonb_build_object('last4', m.number_last4, 'reason', r.reason)
      from payments r where r.organization_id = m.organization_id and r.payout_method_id = m.id
        and r.status = 'returned' and r.moved_at >= m.verified_at
      order by r.moved_at desc limit 1)
  ) h;
grant select on invoice_payment_holds to muster_app;
