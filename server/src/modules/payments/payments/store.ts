import type { z } from 'zod'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import { stale } from '#kernel/problem.ts'
import type { FileId } from '#modules/files/contract.ts'
import type { PaymentId, PayRunId } from '#modules/payments/ids.ts'
import { paymentNotFound } from '#modules/payments/problems.ts'
import { PaymentRow, type PaymentStatus, PaymentView } from './contract.ts'
import type { Payment } from './payment.ts'

const row = `'id', t.id, 'reference', t.reference, 'payRunId', t.pay_run_id, 'payRunNumber', r.number, 'payOn', r.pay_on,
  'legalEntityId', r.legal_entity_id, 'legalEntityName', l.name, 'contractorId', t.contractor_id,
  'contractorName', c.display_name, 'payeeId', t.payee_id, 'payeeName', y.legal_name, 'accountLast4', m.number_last4,
  'amount', money_json(t.amount_minor, t.currency), 'status', t.status, 'sentAt', utc_text(t.sent_at),
  'settledOn', t.settled_on, 'returnedOn', t.returned_on, 'returnCode', t.return_code, 'reason', t.reason,
  'hasRemittance', t.remittance_file_id is not null, 'version', t.version, 'invoices', (
    select coalesce(json_agg(json_build_object('invoiceId', i.id, 'number', i.number,
      'amount', money_json(line.amount_minor, line.currency)) order by i.issued_on, i.id), '[]')
    from payment_lines line
    join payables p on p.organization_id = line.organization_id and p.id = line.payable_id
    join invoices i on i.organization_id = p.organization_id and i.id = p.invoice_id
    where line.organization_id = t.organization_id and line.payment_id = t.id
      and (line.is_live or t.status in ('returned', 'removed')))`

const source = `from payments t
  join pay_runs r on r.organization_id = t.organization_id and r.id = t.pay_run_id
  join legal_entities l on l.organization_id = r.organization_id and l.id = r.legal_entity_id
  join contractors c on c.organization_id = t.organization_id and c.id = t.contractor_id
  join payees y on y.organization_id = t.organization_id and y.id = t.payee_id
  join payout_methods m on m.organization_id = t.organization_id and m.id = t.payout_method_id`

const rows = (name: string, which: string): Statement => ({
  name: `payments.${name}`,
  text: `select t.remittance_file_id as "remittanceFileId", json_build_object(${row}, 'traceNumber', t.trace_number)
      as payment ${source} where t.organization_id = $1 and ${which}`,
})
const one = rows('payment', 't.id = $2')
const lock = rows('lock-payment', 't.id = $2 for update of t')
const onTheWay = rows('on-the-way', `t.pay_run_id = $2 and t.status = 'sent' order by t.id for update of t`)

const Detail = PaymentView.omit({ can: true })
type Found = Readonly<{ remittanceFileId: FileId | null; payment: z.input<typeof Detail> }>

const paymentFrom = ({ payment, remittanceFileId }: Found): Payment => ({
  ...Detail.decode(payment),
  remittanceFileId,
})

const found = async (tx: Tx, how: Statement, paymentId: PaymentId): Promise<Payment> => {
  const [given] = await tx.named<Found>(how, [tx.organizationId, paymentId])
  if (!given) throw paymentNotFound({ paymentId })
  return paymentFrom(given)
}

export const paymentOf = (tx: Tx, paymentId: PaymentId): Promise<Payment> => found(tx, one, paymentId)

/** Holds the row until the commit, and refuses an actor who looked at an older version. */
export const lockPayment = async (
  tx: Tx,
  { paymentId, version }: Readonly<{ paymentId: PaymentId; version: number }>,
): Promise<Payment> => {
  const payment = await found(tx, lock, paymentId)
  if (payment.version !== version) throw stale({ currentVersion: payment.version })
  return payment
}

export const paymentsOnTheWay = async (tx: Tx, payRunId: PayRunId): Promise<readonly Payment[]> =>
  (await tx.named<Found>(onTheWay, [tx.organizationId, payRunId])).map(paymentFrom)

const send: Statement = {
  name: 'payments.send',
  text: `with sent as (
      update payments t set status = 'sent', sent_at = $3, moved_at = $3, trace_number = s."traceNumber", version = t.version + 1
      from jsonb_to_recordset($2::jsonb) as s(id uuid, "traceNumber" text)
      where t.organization_id = $1 and t.id = s.id returning t.id
    )
    update payables set status = 'sent', moved_at = $3
    where organization_id = $1 and id in (
      select l.payable_id from payment_lines l join sent on sent.id = l.payment_id
      where l.organization_id = $1 and l.is_live)`,
}

export const markSent = async (
  tx: Tx,
  sent: readonly Readonly<{ id: PaymentId; traceNumber: string | null }>[],
  now: Date,
): Promise<void> => {
  await tx.named(send, [tx.organizationId, JSON.stringify(sent), now])
}

const settle: Statement = {
  name: 'payments.settle',
  text: `with settled as (
      update payments set status = 'settled', settled_on = $3, moved_at = $4, version = version + 1
      where organization_id = $1 and id = any ($2) returning id
    )
    update payables set status = 'settled', moved_at = $4
    where organization_id = $1 and id in (
      select l.payable_id from payment_lines l join settled on settled.id = l.payment_id
      where l.organization_id = $1 and l.is_live)`,
}

export const markSettled = async (
  tx: Tx,
  paymentIds: readonly PaymentId[],
  { settledOn, now }: Readonly<{ settledOn: PlainDate; now: Date }>,
): Promise<void> => {
  await tx.named(settle, [tx.organizationId, paymentIds, settledOn, now])
}

const giveBack: Statement = {
  name: 'payments.give-back',
  text: `with returned as (
      update payments set status = 'returned', returned_on = $3, return_code = $4, reason = $5, moved_at = $6,
        version = version + 1
      where organization_id = $1 and id = $2 returning id
    ), freed as (
      update payment_lines l set is_live = false from returned
      where l.organization_id = $1 and l.payment_id = returned.id and l.is_live returning l.payable_id
    )
    update payables set status = 'open', moved_at = $6
    where organization_id = $1 and id in (select payable_id from freed)`,
}

export const markReturned = async (
  tx: Tx,
  { id, returnedOn, returnCode, reason }: Pick<Payment, 'id' | 'returnedOn' | 'returnCode' | 'reason'>,
  now: Date,
): Promise<void> => {
  await tx.named(giveBack, [tx.organizationId, id, returnedOn, returnCode, reason, now])
}

const keepRemittance: Statement = {
  name: 'payments.keep-remittance',
  text: 'update payments set remittance_file_id = $3 where organization_id = $1 and id = $2',
}

export const saveRemittance = async (tx: Tx, paymentId: PaymentId, fileId: FileId): Promise<void> => {
  await tx.named(keepRemittance, [tx.organizationId, paymentId, fileId])
}

const page: Statement = {
  name: 'payments.page',
  text: `select t.id, json_build_object(${row}) as payment ${source}
    where t.organization_id = $1 and ($2::uuid is null or t.pay_run_id = $2)
      and ($3::uuid is null or t.contractor_id = $3) and t.status = any ($4) and ($5::uuid is null or t.id < $5)
    order by t.id desc limit $6`,
}

type Page = Readonly<{
  payRunId?: string | undefined
  contractorId?: string | undefined
  status?: readonly PaymentStatus[] | undefined
  after?: string | undefined
  limit: number
}>
const there: readonly PaymentStatus[] = ['prepared', 'sent', 'settled', 'returned']

export const paymentsPage = async (tx: Tx, { payRunId, contractorId, status, after, limit }: Page) => {
  const given = await tx.named<{ id: string; payment: z.input<typeof PaymentRow> }>(page, [
    tx.organizationId,
    payRunId ?? null,
    contractorId ?? null,
    status ?? there,
    keyOf(after, ['id'])?.[0] ?? null,
    limit + 1,
  ])
  const shown = given.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ payment }) => PaymentRow.decode(payment)),
    next: last && given.length > limit ? cursorOf([last.id]) : null,
  }
}
