-- Line 7 of Form W-9: what whoever pays files the payee under. No number of a bank account.
alter table tax_forms add column account_numbers text not null default '';

-- A form holds payments wherever its signer lives, and also when item 2 is struck out: backup withholding applies then.
create or replace view tax_payment_holds with (security_invoker = true) as
  select c.organization_id, c.id as contractor_id, h.code, coalesce(f.signed_at, c.moved_at) as since,
    null::date as by_day, '{}'::jsonb as detail
  from contractors c
  left join tax_forms f on f.organization_id = c.organization_id and f.contractor_id = c.id and f.status = 'current'
  cross join lateral (
    select 'tax.no-tax-form' as code where c.country = 'US' and f.id is null
    union all
    select 'tax.number-applied-for' where f.tin_kind = 'applied-for'
    union all
    select 'tax.backup-withholding' where f.second_item_struck
  ) h;
