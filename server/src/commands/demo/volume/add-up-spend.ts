import type { Statement, Tx } from '#kernel/db.ts'
import { spendDifferences } from '#modules/reports/index.ts'

const byMonth: Statement = {
  name: 'volume.spend-by-month',
  text: `insert into spend_by_month as s
    select organization_id, month, department_id, project_id, currency, (hashtext(invoice_id::text) & 7)::smallint,
      sum(total_minor), count(*)
    from invoice_spend where organization_id = $1 and legal_entity_id = $2 group by 1, 2, 3, 4, 5, 6
    on conflict (organization_id, month, department_id, project_id, currency, slot) do update
      set amount_minor = s.amount_minor + excluded.amount_minor, invoices = s.invoices + excluded.invoices`,
}
const byContractor: Statement = {
  name: 'volume.spend-by-contractor',
  text: `insert into spend_by_contractor as s
    select organization_id, month, contractor_id, department_id, currency, sum(total_minor), count(*)
    from invoice_spend where organization_id = $1 and legal_entity_id = $2 group by 1, 2, 3, 4, 5
    on conflict (organization_id, month, contractor_id, department_id, currency) do update
      set amount_minor = s.amount_minor + excluded.amount_minor, invoices = s.invoices + excluded.invoices`,
}

/** Millions of invoices take longer than any single request may. */
const takeTime: Statement = {
  name: 'volume.take-time',
  text: `select set_config('statement_timeout', '15min', true)`,
}

/** Adds up what the trigger would have added invoice by invoice, and holds it against the invoices as `verify audit` does. */
export const addUpSpend = async (tx: Tx, legalEntityId: string): Promise<void> => {
  await tx.named(takeTime, [])
  await tx.named(byMonth, [tx.organizationId, legalEntityId])
  await tx.named(byContractor, [tx.organizationId, legalEntityId])
  const differences = await spendDifferences(tx)
  if (differences > 0) throw new Error(`${differences} sums of spend differ from the invoices of the volume.`)
}
