import type { PlainDate } from '#kernel/dates.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import { type HoldSources, heldCodes, holdStatement } from '#modules/payments/holds/hold-sources.ts'
import type { PaymentId, PayRunId } from '#modules/payments/ids.ts'

/** Something owed that is due, with what holds it. An account is there unless a hold says that there is none. */
export type Picked = Readonly<{
  payableId: string
  invoiceId: string
  contractorId: string
  minor: bigint
  payeeId: string | null
  payoutMethodId: string | null
  payoutMethodVersion: number | null
  accountKind: 'us_bank' | 'iban' | null
  holds: readonly string[]
}>

/** Rows that another run is gathering at this moment are left to it. */
const pick = holdStatement(
  'payments.pick-due',
  (sources) => `with asked as materialized (
      select p.id, p.invoice_id, p.contractor_id, p.amount_minor, i.engagement_id
      from payables p join invoices i on i.organization_id = p.organization_id and i.id = p.invoice_id
      where p.organization_id = $1 and p.legal_entity_id = $2 and p.currency = $3 and p.status = 'open' and p.due_on <= $4
      order by p.id for update of p skip locked
    ), held as (${heldCodes(sources)})
    select p.id as "payableId", p.invoice_id as "invoiceId", p.contractor_id as "contractorId", p.amount_minor as minor,
      y.id as "payeeId", account.id as "payoutMethodId", account.version as "payoutMethodVersion",
      account.kind as "accountKind", coalesce(held.codes, '{}') as holds
    from asked p
    left join payees y on y.organization_id = $1 and y.contractor_id = p.contractor_id
    left join payout_methods account
      on account.organization_id = $1 and account.payee_id = y.id and account.status = 'active'
    left join held on held.invoice_id = p.invoice_id
    order by p.id`,
)

type Due = Readonly<{ legalEntityId: string; currency: string; payOn: PlainDate }>

export const pickDue = (tx: Tx, sources: HoldSources, { legalEntityId, currency, payOn }: Due): Promise<Picked[]> =>
  tx.named<Picked>(pick(sources), [tx.organizationId, legalEntityId, currency, payOn])

export type NewPayment = Readonly<{
  id: PaymentId
  reference: string
  contractorId: string
  payeeId: string
  payoutMethodId: string
  payoutMethodVersion: number
  minor: bigint
  lines: readonly Readonly<{ payableId: string; minor: bigint }>[]
}>

const store: Statement = {
  name: 'payments.insert-payments',
  text: `with given as (
      select * from jsonb_to_recordset($5::jsonb) as t(id uuid, reference text, "contractorId" uuid, "payeeId" uuid,
        "payoutMethodId" uuid, "payoutMethodVersion" integer, minor bigint, lines jsonb)
    ), made as (
      insert into payments (organization_id, id, pay_run_id, reference, contractor_id, payee_id, payout_method_id,
        payout_method_version, amount_minor, currency, status, moved_at)
      select $1, id, $2, reference, "contractorId", "payeeId", "payoutMethodId", "payoutMethodVersion", minor, $3,
        'prepared', $4 from given
    ), lines as (
      insert into payment_lines (organization_id, payment_id, payable_id, amount_minor, currency)
      select $1, given.id, l."payableId", l.minor, $3
      from given, jsonb_to_recordset(given.lines) as l("payableId" uuid, minor bigint)
      returning payable_id
    )
    update payables set status = 'in_run', moved_at = $4
    where organization_id = $1 and id in (select payable_id from lines)`,
}

type Into = Readonly<{ payRunId: PayRunId; currency: string; now: Date }>

/** Payments, their lines and the state of what they pay: one statement, so that none is there without the others. */
export const insertPayments = async (
  tx: Tx,
  payments: readonly NewPayment[],
  { payRunId, currency, now }: Into,
): Promise<void> => {
  const rows = payments.map(({ minor, lines, ...payment }) => ({
    ...payment,
    minor: `${minor}`,
    lines: lines.map((line) => ({ ...line, minor: `${line.minor}` })),
  }))
  await tx.named(store, [tx.organizationId, payRunId, currency, now, JSON.stringify(rows)])
}
