import { z } from 'zod'
import { reachOf } from '#kernel/actor.ts'
import type { Work } from '#kernel/command.ts'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { type Money, money } from '#kernel/money.ts'
import { type HoldSources, heldCodes, holdStatement } from '#modules/payments/holds/hold-sources.ts'
import { PayableId } from '#modules/payments/ids.ts'
import { alreadyBooked } from '#modules/payments/problems.ts'
import { PayableRow, type PayableStatus, PayableTotal } from './contract.ts'
import type { Payable } from './payable.ts'

const insert: Statement = {
  name: 'payments.insert-payable',
  text: `insert into payables (organization_id, id, invoice_id, contractor_id, legal_entity_id, department_id,
      amount_minor, currency, content_hash, due_on, run_on, status, opened_at, moved_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, decode($9, 'hex'), $10, $11, $12, $13, $13)`,
}

export const insertPayable = async (tx: Tx, payable: Payable, now: Date): Promise<void> => {
  const { id, invoiceId, contractorId, legalEntityId, departmentId, amount, contentHash, dueOn, runOn } = payable
  const owed = [contractorId, legalEntityId, departmentId, amount.minor, amount.currency, contentHash]
  await tx
    .named(insert, [tx.organizationId, id, invoiceId, ...owed, dueOn, runOn, payable.status, now])
    .catch(refusing('one_payable_per_invoice', alreadyBooked))
}

const close: Statement = {
  name: 'payments.close-payable',
  text: `update payables set status = 'void', moved_at = $3 where organization_id = $1 and invoice_id = $2
    returning id, amount_minor as minor, currency`,
}

/** Undefined when there is none. */
export const closePayable = async (
  tx: Tx,
  invoiceId: string,
  now: Date,
): Promise<Readonly<{ payableId: PayableId; amount: Money }> | undefined> => {
  const [row] = await tx.named<{ id: string; minor: bigint; currency: string }>(close, [
    tx.organizationId,
    invoiceId,
    now,
  ])
  return row && { payableId: PayableId.parse(row.id), amount: money(row.minor, row.currency) }
}

const page = holdStatement(
  'payments.payables-page',
  (sources) => `with asked as materialized (
      select p.*, i.number as invoice_number, i.engagement_id
      from payables p join invoices i on i.organization_id = p.organization_id and i.id = p.invoice_id
      where p.organization_id = $1 and p.status = any ($2) and ($3::uuid is null or p.legal_entity_id = $3)
        and ($4::text is null or p.currency = $4) and ($5::uuid is null or p.contractor_id = $5)
        and ($6::date is null or p.due_on <= $6) and ($7::uuid[] is null or p.department_id = any ($7))
        and ($8::date is null or (p.due_on, p.id) > ($8::date, $9::uuid))
      order by p.due_on, p.id limit $10
    ), held as (${heldCodes(sources)})
    select p.due_on::text as "dueOn", p.id, json_build_object('id', p.id, 'invoiceId', p.invoice_id, 'invoiceNumber',
      p.invoice_number, 'contractorId', p.contractor_id, 'contractorName', c.display_name, 'legalEntityId',
      p.legal_entity_id, 'legalEntityName', l.name, 'departmentId', p.department_id, 'departmentName', d.name,
      'amount', money_json(p.amount_minor, p.currency), 'dueOn', p.due_on, 'runOn', p.run_on, 'status', p.status,
      'holds', case when p.status = 'open' then coalesce(held.codes, '{}') else '{}'::text[] end,
      'movedAt', utc_text(p.moved_at)) as payable
    from asked p
    join contractors c on c.organization_id = p.organization_id and c.id = p.contractor_id
    join legal_entities l on l.organization_id = p.organization_id and l.id = p.legal_entity_id
    join departments d on d.organization_id = p.organization_id and d.id = p.department_id
    left join held on held.invoice_id = p.invoice_id
    order by p.due_on, p.id`,
)

export type PayablePage = Readonly<{
  status?: readonly PayableStatus[] | undefined
  legalEntityId?: string | undefined
  currency?: string | undefined
  contractorId?: string | undefined
  dueBy?: PlainDate | undefined
  after?: string | undefined
  limit: number
}>

/** The database names what holds a payable by its code alone. */
const Found = PayableRow.extend({ holds: z.array(z.string()) })

const shortly = ({ wordsFor }: HoldSources, code: string) => {
  const { title, owner } = wordsFor(code)
  return { title, owner }
}

type Asking = Pick<Work, 'actor' | 'tx'>

export const payablesFor = async (
  { actor, tx }: Asking,
  sources: HoldSources,
  { status, after, limit, ...filter }: PayablePage,
) => {
  const { legalEntityId, currency, contractorId, dueBy } = filter
  type Row = Readonly<{ dueOn: string; id: string; payable: z.input<typeof Found> }>
  const rows = await tx.named<Row>(page(sources), [
    tx.organizationId,
    status ?? ['open'],
    ...[legalEntityId, currency, contractorId, dueBy].map((value) => value ?? null),
    reachOf(actor),
    ...(keyOf(after, ['day', 'id']) ?? [null, null]),
    limit + 1,
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ payable }) => {
      const row = Found.decode(payable)
      return { ...row, holds: row.holds.map((code) => ({ code, ...shortly(sources, code) })) }
    }),
    next: last && rows.length > limit ? cursorOf([last.dueOn, last.id]) : null,
  }
}

const part = (which: string): string => `json_build_object('count', count(*) filter (where ${which}),
    'total', money_json(coalesce(sum(minor) filter (where ${which}), 0)::bigint, currency))`

const totals = holdStatement(
  'payments.payable-totals',
  (sources) => `with asked as materialized (
      select p.invoice_id, p.contractor_id, i.engagement_id, p.legal_entity_id, p.currency, p.due_on, p.amount_minor as minor
      from payables p join invoices i on i.organization_id = p.organization_id and i.id = p.invoice_id
      where p.organization_id = $1 and p.status = 'open' and ($3::uuid[] is null or p.department_id = any ($3))
    ), held as (${heldCodes(sources)})
    select json_build_object('legalEntityId', "legalEntityId", 'legalEntityName', name, 'currency', currency,
      'due', ${part('due_on <= $2 and not is_held')}, 'held', ${part('due_on <= $2 and is_held')},
      'later', ${part('due_on > $2')}, 'nextDueOn', min(due_on)) as total
    from (
      select l.id as "legalEntityId", l.name, p.currency, p.due_on, p.minor, held.invoice_id is not null as is_held
      from asked p join legal_entities l on l.organization_id = $1 and l.id = p.legal_entity_id
      left join held on held.invoice_id = p.invoice_id
    ) as owed
    group by "legalEntityId", name, currency order by name, currency`,
)

/** What is owed by a day, by legal entity and currency. */
export const payableTotals = async (
  { actor, tx }: Asking,
  sources: HoldSources,
  dueBy: PlainDate,
): Promise<PayableTotal[]> => {
  const rows = await tx.named<{ total: z.input<typeof PayableTotal> }>(totals(sources), [
    tx.organizationId,
    dueBy,
    reachOf(actor),
  ])
  return rows.map(({ total }) => PayableTotal.decode(total))
}
