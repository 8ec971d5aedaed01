import type { Statement, Tx } from '#kernel/db.ts'
import { holdContractor } from '#modules/directory/index.ts'
import type { Invoice } from './invoice.ts'

const siblings: Statement = {
  name: 'invoices.approved-siblings',
  text: `select id from invoices where organization_id = $1 and contractor_id = $2 and id <> $3
      and status <> all ('{draft,submitted,returned_for_changes,disputed,rejected,void}')
      and coalesce(approved_at, moved_at) > $4`,
}

/**
 * The other invoices of the contractor that were approved since then, or for the first of two times. Holds the contractor
 * until the commit: of two approvals at once, the second sees the first among them.
 */
export const holdSiblings = async (
  tx: Tx,
  { id, contractorId }: Pick<Invoice, 'id' | 'contractorId'>,
  since: Date,
): Promise<readonly string[]> => {
  await holdContractor(tx, contractorId)
  const rows = await tx.named<{ id: string }>(siblings, [tx.organizationId, contractorId, id, since])
  return rows.map((row) => row.id)
}
