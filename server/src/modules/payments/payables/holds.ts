/**
 * SQL over a payable `p`: the codes of everything besides its day that keeps it from being paid, for thousands at once.
 * `payability` answers the same for one invoice with sentences, by the functions of each module; a test holds the two
 * together.
 */
export const holdsOf = `array_remove(array[
    case when c.do_not_engage_since is not null then 'directory.do-not-engage' end,
    case when exists (
      select from agreements g where g.organization_id = p.organization_id and g.contractor_id = p.contractor_id
        and g.status in ('sent', 'viewed') and (g.engagement_id is null or g.engagement_id = claim.engagement_id)
    ) then 'agreements.waits-for-contractor' end,
    case when c.country = 'US' and form.id is null then 'tax.no-tax-form'
      when c.country = 'US' and form.tin_kind = 'applied-for' then 'tax.number-applied-for' end,
    case when change.status = 'cooling_off' then 'payees.payout-method-held'
      when change.status is not null then 'payees.payout-method-unverified'
      when account.id is null then 'payees.no-payout-method' end,
    case when account.currency <> p.currency then 'payments.other-currency' end,
    case when exists (
      select from payments r where r.organization_id = p.organization_id and r.payout_method_id = account.id
        and r.status = 'returned' and r.moved_at >= account.verified_at) then 'payments.account-returned' end,
    case when l.bank_kind is null then 'payments.no-originating-account' end
  ], null)`

/** What `holdsOf` looks at. */
export const holdSources = `
  join invoices claim on claim.organization_id = p.organization_id and claim.id = p.invoice_id
  join contractors c on c.organization_id = p.organization_id and c.id = p.contractor_id
  join legal_entities l on l.organization_id = p.organization_id and l.id = p.legal_entity_id
  left join tax_forms form
    on form.organization_id = p.organization_id and form.contractor_id = p.contractor_id and form.status = 'current'
  left join payees y on y.organization_id = p.organization_id and y.contractor_id = p.contractor_id
  left join payout_methods account
    on account.organization_id = y.organization_id and account.payee_id = y.id and account.status = 'active'
  left join payout_methods change on change.organization_id = y.organization_id and change.payee_id = y.id
    and change.status in ('pending_verification', 'cooling_off')`
