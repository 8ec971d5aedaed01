import type { z } from 'zod'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { stale } from '#kernel/problem.ts'
import type { PayRunId } from '#modules/payments/ids.ts'
import { ownPayRun, payRunNotFound } from '#modules/payments/problems.ts'
import { PayRunRow, type PayRunStatus, PayRunView } from './contract.ts'
import type { PayRun } from './pay-run.ts'

const row = `'id', r.id, 'number', r.number, 'legalEntityId', r.legal_entity_id, 'legalEntityName', l.name,
  'currency', r.currency, 'method', r.method, 'payOn', r.pay_on, 'status', r.status, 'payments', r.payment_count,
  'invoices', r.invoice_count, 'total', money_json(r.total_minor, r.currency), 'preparedAt', utc_text(r.prepared_at)`

const source = `from pay_runs r join legal_entities l on l.organization_id = r.organization_id and l.id = r.legal_entity_id`

const act = (name: string): string =>
  `case when r.${name}_by is not null then
    json_build_object('personId', r.${name}_by, 'name', null, 'at', utc_text(r.${name}_at)) end`

const count = (status: string): string =>
  `(select count(*) from payments t where t.organization_id = r.organization_id and t.pay_run_id = r.id
    and t.status = '${status}')`

const detail = (name: string, held: '' | 'for update of r'): Statement => ({
  name: `payments.${name}`,
  text: `select json_build_object(${row}, 'settled', ${count('settled')}, 'returned', ${count('returned')},
      'leftOut', (select count(*) from pay_run_left_out o where o.organization_id = r.organization_id and o.pay_run_id = r.id),
      'contentHash', r.content_hash, 'prepared', ${act('prepared')}, 'locked', ${act('locked')},
      'approved', ${act('approved')}, 'released', ${act('released')}, 'acknowledgedAt', utc_text(r.acknowledged_at),
      'reason', r.reason, 'movedAt', utc_text(r.moved_at), 'version', r.version,
      'file', case when f.name is not null then json_build_object('name', f.name, 'sha256', f.sha256,
        'payments', f.payment_count, 'total', money_json(f.total_minor, f.currency), 'madeAt', utc_text(f.made_at)) end) as run
    ${source}
    left join bank_files f on f.organization_id = r.organization_id and f.pay_run_id = r.id
    where r.organization_id = $1 and r.id = $2 ${held}`,
})
const read = detail('run', '')
const held = detail('lock-run-row', 'for update of r')

const Run = PayRunView.omit({ can: true })

const found = async (tx: Tx, how: Statement, payRunId: PayRunId): Promise<PayRun> => {
  const [given] = await tx.named<{ run: z.input<typeof Run> }>(how, [tx.organizationId, payRunId])
  if (!given) throw payRunNotFound({ payRunId })
  return Run.decode(given.run)
}

export const payRunOf = (tx: Tx, payRunId: PayRunId): Promise<PayRun> => found(tx, read, payRunId)

/** Holds the row until the commit: whatever happens to a run and its payments happens one after the other. */
export const holdPayRun = async (tx: Tx, payRunId: PayRunId): Promise<PayRun> => {
  await found(tx, held, payRunId)
  // Read again: while we waited for the row, its payments may have moved on.
  return found(tx, read, payRunId)
}

/** The same, and refuses an actor who looked at an older version. */
export const lockPayRunRow = async (
  tx: Tx,
  { payRunId, version }: Readonly<{ payRunId: PayRunId; version: number }>,
): Promise<PayRun> => {
  const run = await holdPayRun(tx, payRunId)
  if (run.version !== version) throw stale({ currentVersion: run.version })
  return run
}

const nextNumber: Statement = {
  name: 'payments.next-run-number',
  text: `insert into pay_run_counters (organization_id, last_number) values ($1, 1)
    on conflict (organization_id) do update set last_number = pay_run_counters.last_number + 1
    returning last_number as number`,
}

export const takeRunNumber = async (tx: Tx): Promise<number> => {
  const [given] = await tx.named<{ number: number }>(nextNumber, [tx.organizationId])
  if (!given) throw new Error('The database gave no number for a pay run.')
  return given.number
}

const insert: Statement = {
  name: 'payments.insert-run',
  text: `insert into pay_runs (organization_id, id, number, legal_entity_id, currency, method, pay_on, status, prepared_by,
      prepared_at, moved_at) values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9, $9)`,
}

export type NewPayRun = Readonly<{
  id: PayRunId
  number: number
  legalEntityId: string
  currency: string
  method: string
  payOn: PlainDate
  preparedBy: string
  now: Date
}>

export const insertPayRun = async (tx: Tx, run: NewPayRun): Promise<void> => {
  const { id, number, legalEntityId, currency, method, payOn, preparedBy, now } = run
  await tx.named(insert, [tx.organizationId, id, number, legalEntityId, currency, method, payOn, preparedBy, now])
}

const recount: Statement = {
  name: 'payments.recount-run',
  text: `update pay_runs r set payment_count = c.payments, invoice_count = c.invoices, total_minor = c.total
    from (
      select count(distinct t.id) as payments, count(*) as invoices, coalesce(sum(l.amount_minor), 0) as total
      from payments t join payment_lines l on l.organization_id = t.organization_id and l.payment_id = t.id and l.is_live
      where t.organization_id = $1 and t.pay_run_id = $2 and t.status <> 'removed'
    ) as c
    where r.organization_id = $1 and r.id = $2`,
}

/** Adds up what is in a run; until it is with the bank, after that its totals stay. */
export const recountRun = async (tx: Tx, payRunId: PayRunId): Promise<PayRun> => {
  await tx.named(recount, [tx.organizationId, payRunId])
  return payRunOf(tx, payRunId)
}

const save: Statement = {
  name: 'payments.save-run',
  text: `update pay_runs set status = $3, content_hash = $4, locked_by = $5, locked_at = $6, approved_by = $7,
      approved_at = $8, released_by = $9, released_at = $10, acknowledged_at = $11, reason = $12, moved_at = $13,
      version = version + 1
    where organization_id = $1 and id = $2`,
}

export const savePayRun = async (tx: Tx, run: PayRun): Promise<void> => {
  const { locked, approved, released } = run
  const acts = [locked, approved, released].flatMap((one) => [one?.personId ?? null, one?.at ?? null])
  const rest = [run.acknowledgedAt, run.reason, run.movedAt]
  await tx
    .named(save, [tx.organizationId, run.id, run.status, run.contentHash, ...acts, ...rest])
    .catch(refusing('a_second_person_approves', ownPayRun))
    .catch(refusing('a_second_person_releases', ownPayRun))
}

const page: Statement = {
  name: 'payments.runs-page',
  text: `select r.id, json_build_object(${row}) as run ${source}
    where r.organization_id = $1 and ($2::text[] is null or r.status = any ($2))
      and ($3::uuid is null or r.legal_entity_id = $3) and ($4::uuid is null or r.id < $4)
      and ($6::text is null or r.number::text = $6 or starts_with(lower(l.name), lower($6)))
    order by r.id desc limit $5`,
}

type Page = Readonly<{
  search?: string | undefined
  status?: readonly PayRunStatus[] | undefined
  legalEntityId?: string | undefined
  after?: string | undefined
  limit: number
}>

export const payRunsPage = async (tx: Tx, { search, status, legalEntityId, after, limit }: Page) => {
  const rows = await tx.named<{ id: string; run: z.input<typeof PayRunRow> }>(page, [
    tx.organizationId,
    status ?? null,
    legalEntityId ?? null,
    keyOf(after, ['id'])?.[0] ?? null,
    limit + 1,
    search || null,
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ run }) => PayRunRow.decode(run)),
    next: last && rows.length > limit ? cursorOf([last.id]) : null,
  }
}

const hash: Statement = {
  name: 'payments.run-hash',
  text: `select encode(sha256(convert_to(coalesce(string_agg(line, E'\\n' order by line), ''), 'utf8')), 'hex') as hash
    from (
      select concat_ws(' ', r.legal_entity_id, r.method, r.pay_on, t.id, t.payee_id, t.payout_method_id,
        t.payout_method_version, t.amount_minor, t.currency, l.payable_id, p.invoice_id, l.amount_minor,
        encode(p.content_hash, 'hex')) as line
      from pay_runs r
      join payments t on t.organization_id = r.organization_id and t.pay_run_id = r.id and t.status <> 'removed'
      join payment_lines l on l.organization_id = t.organization_id and l.payment_id = t.id and l.is_live
      join payables p on p.organization_id = l.organization_id and p.id = l.payable_id
      where r.organization_id = $1 and r.id = $2
    ) as lines`,
}

/** SHA-256 over everything an approval of the run is about: who is paid what, to which account, for which invoices. */
export const contentHashOfRun = async (tx: Tx, payRunId: PayRunId): Promise<string> => {
  const [given] = await tx.named<{ hash: string }>(hash, [tx.organizationId, payRunId])
  if (!given) throw new Error('The database gave no hash of a pay run.')
  return given.hash
}
