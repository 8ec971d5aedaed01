import type { Statement, Tx } from '#kernel/db.ts'
import type { Reconciliation } from '#kernel/module.ts'

const signatures: Statement = {
  name: 'agreements.reconcile-signatures',
  text: `with told as (
      select data ->> 'agreementId' as agreement_id, data ->> 'role' as role, data ->> 'contentSha256' as sha256,
        person_id from journal where organization_id = $1 and name = 'agreements.signed')
    select coalesce(s.agreement_id::text, told.agreement_id) as id, case
        when told.agreement_id is null then 'has a signature that the journal does not tell of'
        when s.agreement_id is null then 'lacks a signature that the journal tells of'
        else 'has a signature under another text, or of another person, than the journal says' end as what
    from (select * from agreement_signatures where organization_id = $1) s
    full join told on told.agreement_id = s.agreement_id::text and told.role = s.role
    where told.agreement_id is null or s.agreement_id is null or told.sha256 <> s.content_sha256
      or told.person_id <> s.person_id
    order by 1 limit $2`,
}

/** Who signed what is what the journal tells, signature by signature. */
export const agreementSignatures: Reconciliation = {
  name: 'Signatures',
  differences: async (tx: Tx, limit) =>
    (await tx.named<{ id: string; what: string }>(signatures, [tx.organizationId, limit])).map(
      ({ id, what }) => `Agreement ${id} ${what}.`,
    ),
}
