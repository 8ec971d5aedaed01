import { z } from 'zod'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import type { InvoiceId } from '#modules/invoices/contract.ts'
import { type HoldSources, heldCodes, holdStatement } from '#modules/payments/holds/hold-sources.ts'
import type { PayRunId } from '#modules/payments/ids.ts'
import { LeftOutRow } from './contract.ts'

export type LeftOut = Readonly<{ payableId: string; reason: string }>
type At = Readonly<{ payRunId: PayRunId; atStep: LeftOutRow['atStep']; now: Date }>

const insert: Statement = {
  name: 'payments.insert-left-out',
  text: `insert into pay_run_left_out (organization_id, pay_run_id, payable_id, at_step, reason, left_out_at)
    select $1, $2, "payableId", $3, reason, $4
    from jsonb_to_recordset($5::jsonb) as o("payableId" uuid, reason text)`,
}

export const insertLeftOut = async (tx: Tx, leftOut: readonly LeftOut[], { payRunId, atStep, now }: At) => {
  if (leftOut.length === 0) return
  await tx.named(insert, [tx.organizationId, payRunId, atStep, now, JSON.stringify(leftOut)])
}

const dropLines: Statement = {
  name: 'payments.drop-lines',
  text: `update payment_lines l set is_live = false from payments t, payables p, invoices i
    where l.organization_id = $1 and l.payable_id = any ($3) and l.is_live
      and t.organization_id = l.organization_id and t.id = l.payment_id and t.pay_run_id = $2
      and p.organization_id = l.organization_id and p.id = l.payable_id
      and i.organization_id = p.organization_id and i.id = p.invoice_id
    returning l.payable_id as "payableId", p.invoice_id as "invoiceId", i.number as "invoiceNumber"`,
}
const shrink: Statement = {
  name: 'payments.shrink-payments',
  text: `update payments t set amount_minor = coalesce(c.minor, t.amount_minor), moved_at = $3, version = t.version + 1,
      status = case when c.minor is null then 'removed' else t.status end
    from (
      select s.id, sum(l.amount_minor) as minor
      from payments s left join payment_lines l
        on l.organization_id = s.organization_id and l.payment_id = s.id and l.is_live
      where s.organization_id = $1 and s.pay_run_id = $2 and s.status = 'prepared' group by s.id
    ) as c
    where t.organization_id = $1 and t.id = c.id and t.amount_minor is distinct from c.minor`,
}
const reopen: Statement = {
  name: 'payments.reopen-payables',
  text: `update payables set status = 'open', moved_at = $3 where organization_id = $1 and id = any ($2)`,
}

export type Dropped = Readonly<{ payableId: string; invoiceId: InvoiceId; invoiceNumber: string }>

/** Takes what is owed out of the payments of a run: it is open again, and a payment with nothing left in it is gone. */
export const dropFromRun = async (tx: Tx, payableIds: readonly string[], { payRunId, now }: Omit<At, 'atStep'>) => {
  const dropped = await tx.named<Dropped>(dropLines, [tx.organizationId, payRunId, payableIds])
  await tx.named(shrink, [tx.organizationId, payRunId, now])
  await tx.named(reopen, [tx.organizationId, dropped.map(({ payableId }) => payableId), now])
  return dropped
}

const inRun = `from payments t
    join payment_lines line on line.organization_id = t.organization_id and line.payment_id = t.id and line.is_live
    join payables p on p.organization_id = line.organization_id and p.id = line.payable_id`
const ofRun = `t.organization_id = $1 and t.pay_run_id = $2 and t.status = 'prepared'`

const heldNow = holdStatement(
  'payments.held-in-run',
  (sources) => `with asked as materialized (
      select p.id, p.invoice_id, p.contractor_id, i.engagement_id, t.payout_method_id, t.payout_method_version
      ${inRun} join invoices i on i.organization_id = p.organization_id and i.id = p.invoice_id
      where ${ofRun}
    ), held as (${heldCodes(sources)})
    select * from (
      select p.id as "payableId", coalesce(held.codes, '{}') || case
        when account.id is distinct from p.payout_method_id or account.version is distinct from p.payout_method_version
        then array['payments.account-changed'] else '{}'::text[] end as holds
      from asked p
      left join payees y on y.organization_id = $1 and y.contractor_id = p.contractor_id
      left join payout_methods account
        on account.organization_id = $1 and account.payee_id = y.id and account.status = 'active'
      left join held on held.invoice_id = p.invoice_id
    ) as found where cardinality(holds) > 0`,
)

/** What came in the way since the run was prepared: no longer free, or another account than the one that was bound. */
export const heldInRun = (tx: Tx, sources: HoldSources, payRunId: PayRunId) =>
  tx.named<{ payableId: string; holds: readonly string[] }>(heldNow(sources), [tx.organizationId, payRunId])

const contents: Statement = {
  name: 'payments.run-contents',
  text: `select p.id as "payableId", p.invoice_id as "invoiceId", encode(p.content_hash, 'hex') as "contentHash",
      p.amount_minor as minor, p.currency ${inRun} where ${ofRun}`,
}
export type RunContent = Readonly<{
  payableId: string
  invoiceId: InvoiceId
  contentHash: string
  minor: bigint
  currency: string
}>

export const contentsOfRun = (tx: Tx, payRunId: PayRunId) =>
  tx.named<RunContent>(contents, [tx.organizationId, payRunId])

const approvedBy: Statement = {
  name: 'payments.run-approved-by',
  text: `select i.number ${inRun}
    join invoices i on i.organization_id = p.organization_id and i.id = p.invoice_id
    where ${ofRun} and (i.approved_by = $3 or exists (
      select from approval_decisions d where d.organization_id = i.organization_id and d.subject_id = i.id
        and d.decided_by = $3 and d.decision = 'approved'))
    order by i.number limit 20`,
}

/** The numbers of the invoices in a run that this person approved, first or second. */
export const invoicesApprovedBy = async (tx: Tx, payRunId: PayRunId, personId: string): Promise<readonly string[]> =>
  (await tx.named<{ number: string }>(approvedBy, [tx.organizationId, payRunId, personId])).map(
    ({ number }) => number,
  )

const emptyLines: Statement = {
  name: 'payments.empty-lines',
  text: `update payment_lines l set is_live = false from payments t, payables p
    where l.organization_id = $1 and l.is_live and t.organization_id = l.organization_id and t.id = l.payment_id
      and t.pay_run_id = $2 and p.organization_id = l.organization_id and p.id = l.payable_id
    returning l.payable_id as "payableId", p.invoice_id as "invoiceId"`,
}
const removeAll: Statement = {
  name: 'payments.remove-all',
  text: `update payments set status = 'removed', moved_at = $3, version = version + 1
    where organization_id = $1 and pay_run_id = $2 and status = 'prepared'`,
}

/** Empties a run that is given up. Gives the invoices that wait again. */
export const emptyRun = async (tx: Tx, { payRunId, now }: Omit<At, 'atStep'>): Promise<readonly string[]> => {
  const freed = await tx.named<{ payableId: string; invoiceId: string }>(emptyLines, [tx.organizationId, payRunId])
  await tx.named(removeAll, [tx.organizationId, payRunId, now])
  await tx.named(reopen, [tx.organizationId, freed.map(({ payableId }) => payableId), now])
  return freed.map(({ invoiceId }) => invoiceId)
}

const payablesOf: Statement = {
  name: 'payments.payables-in-run',
  text: `select p.id as "payableId" ${inRun} where ${ofRun} and p.invoice_id = any ($3)`,
}

export const payablesInRun = async (tx: Tx, payRunId: PayRunId, invoiceIds: readonly string[]) =>
  (await tx.named<{ payableId: string }>(payablesOf, [tx.organizationId, payRunId, invoiceIds])).map(
    ({ payableId }) => payableId,
  )

const page: Statement = {
  name: 'payments.left-out-page',
  text: `select o.payable_id as id, json_build_object('invoiceId', p.invoice_id, 'invoiceNumber', i.number,
      'contractorId', p.contractor_id, 'contractorName', c.display_name, 'amount', money_json(p.amount_minor, p.currency),
      'atStep', o.at_step, 'reason', o.reason, 'leftOutAt', utc_text(o.left_out_at)) as item
    from pay_run_left_out o
    join payables p on p.organization_id = o.organization_id and p.id = o.payable_id
    join invoices i on i.organization_id = p.organization_id and i.id = p.invoice_id
    join contractors c on c.organization_id = p.organization_id and c.id = p.contractor_id
    where o.organization_id = $1 and o.pay_run_id = $2 and ($3::uuid is null or o.payable_id > $3)
    order by o.payable_id limit $4`,
}
const Item = LeftOutRow.omit({ blockers: true })

export const leftOutPage = async (
  tx: Tx,
  { payRunId, after, limit }: Readonly<{ payRunId: PayRunId; after?: string | undefined; limit: number }>,
) => {
  const rows = await tx.named<{ id: string; item: z.input<typeof Item> }>(page, [
    tx.organizationId,
    payRunId,
    keyOf(after, ['id'])?.[0] ?? null,
    limit + 1,
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: z.array(Item).decode(shown.map(({ item }) => item)),
    next: last && rows.length > limit ? cursorOf([last.id]) : null,
  }
}
