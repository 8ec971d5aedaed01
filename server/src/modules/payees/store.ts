import { sql } from 'kysely'
import type { z } from 'zod'
import { type Actor, reachOf } from '#kernel/actor.ts'
import type { Search } from '#kernel/background/schedule.ts'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import type { PersonId } from '#kernel/ids.ts'
import { stale } from '#kernel/problem.ts'
import { Sealed } from '#kernel/secrets.ts'
import type { SealedAccount } from './bank-account.ts'
import {
  type BankAccount,
  type PayeeDetails,
  PayeeView,
  PayoutMethodRow,
  type PayoutMethodStatus,
} from './contract.ts'
import type { PayeeId, PayoutMethodId } from './ids.ts'
import type { PayoutMethod } from './payout-method.ts'
import { changeUnderWay, payoutMethodNotFound } from './problems.ts'
import type { PayeeTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<PayeeTables>()

const methodJson = `'id', m.id, 'payeeId', m.payee_id, 'kind', m.kind, 'holderName', m.holder_name,
  'currency', m.currency, 'routingNumber', m.routing_number, 'accountType', m.account_type, 'bic', m.bic,
  'last4', m.number_last4, 'status', m.status, 'isChange', m.is_change, 'requestedBy', m.requested_by,
  'requestedAt', utc_text(m.requested_at), 'verifiedBy', m.verified_by, 'verifiedAt', utc_text(m.verified_at),
  'verifiedHow', m.verified_how, 'holdUntil', utc_text(m.hold_until), 'reason', m.reason, 'version', m.version`

const payee: Statement = {
  name: 'payees.of-contractor',
  text: `select json_build_object('id', p.id, 'contractorId', p.contractor_id, 'contractorName', c.display_name,
      'departmentId', c.department_id, 'kind', p.kind, 'legalName', p.legal_name, 'address', p.address,
      'version', p.version, 'payoutMethods', (
        select coalesce(json_agg(json_build_object(${methodJson}) order by m.id desc), '[]') from payout_methods m
        where m.organization_id = p.organization_id and m.payee_id = p.id)
    ) as payee
    from payees p join contractors c on c.organization_id = p.organization_id and c.id = p.contractor_id
    where p.organization_id = $1 and p.contractor_id = $2`,
}

/** The payee of a contractor with all its accounts, the newest first; undefined while nobody said who is paid. */
export const payeeOf = async (tx: Tx, contractorId: string): Promise<PayeeView | undefined> => {
  const [row] = await tx.named<{ payee: z.input<typeof PayeeView> }>(payee, [tx.organizationId, contractorId])
  return row && PayeeView.decode(row.payee)
}

type NewPayee = Readonly<{ id: PayeeId; contractorId: string; details: PayeeDetails; now: Date }>

export const insertPayee = async (tx: Tx, { id, contractorId, details, now }: NewPayee): Promise<void> => {
  await db(tx)
    .insertInto('payees')
    .values({
      organization_id: tx.organizationId,
      id,
      contractor_id: contractorId,
      ...columnsOf(details),
      changed_at: now,
    })
    .execute()
}

export const savePayee = async (
  tx: Tx,
  id: PayeeId,
  { details, version, now }: Readonly<{ details: PayeeDetails; version: number; now: Date }>,
): Promise<void> => {
  const { numUpdatedRows } = await db(tx)
    .updateTable('payees')
    .set({ ...columnsOf(details), changed_at: now, version: version + 1 })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw stale()
}

const columnsOf = ({ kind, legalName, address }: PayeeDetails) => ({
  kind,
  legal_name: legalName,
  address: sql<PayeeDetails['address']>`${JSON.stringify(address)}::jsonb`,
})

type NewMethod = Readonly<{
  id: PayoutMethodId
  payeeId: PayeeId
  account: BankAccount
  sealed: SealedAccount
  isChange: boolean
  requestedBy: PersonId
  now: Date
}>

export const insertPayoutMethod = async (tx: Tx, method: NewMethod): Promise<void> => {
  const { account, sealed, now } = method
  const us = account.kind === 'us_bank'
  await db(tx)
    .insertInto('payout_methods')
    .values({
      organization_id: tx.organizationId,
      id: method.id,
      payee_id: method.payeeId,
      kind: account.kind,
      holder_name: account.holderName,
      currency: us ? 'USD' : account.currency,
      routing_number: us ? account.routingNumber : null,
      account_type: us ? account.accountType : null,
      bic: us ? null : account.bic,
      number_sealed: Sealed.textOf(sealed.sealed),
      number_last4: sealed.last4,
      fingerprint: sealed.fingerprint,
      status: 'pending_verification',
      is_change: method.isChange,
      requested_by: method.requestedBy,
      requested_at: now,
      moved_at: now,
    })
    .execute()
    .catch(refusing('one_change_at_a_time', changeUnderWay))
}

const rows = (name: string, which: string): Statement => ({
  name: `payees.${name}`,
  text: `select m.id, m.number_sealed as sealed, m.moved_at as "movedAt", c.department_id as "departmentId",
      json_build_object(${methodJson}, 'contractorId', p.contractor_id, 'contractorName', c.display_name,
        'legalName', p.legal_name, 'sharedWith', (
          select coalesce(json_agg(distinct op.legal_name), '[]') from payout_methods o
          join payees op on op.organization_id = o.organization_id and op.id = o.payee_id
          where o.organization_id = m.organization_id and o.fingerprint = m.fingerprint and o.payee_id <> m.payee_id)
      ) as method
    from payout_methods m
    join payees p on p.organization_id = m.organization_id and p.id = m.payee_id
    join contractors c on c.organization_id = p.organization_id and c.id = p.contractor_id
    where m.organization_id = $1 and ${which}`,
})
const one = rows('method', 'm.id = $2')
const lock = rows('lock-method', 'm.id = $2 for update of m')
const active = rows('active-method', `m.payee_id = $2 and m.status = 'active'`)
const page = rows(
  'methods',
  `($2::text[] is null or m.status = any ($2)) and ($3::uuid[] is null or c.department_id = any ($3))
   and ($4::uuid is null or m.id > $4) order by m.id limit $5`,
)
const hasEnded = `m.status = 'cooling_off' and m.hold_until <= now()`
const ended = rows('ended-hold', `m.id = $2 and ${hasEnded} for update of m`)

type Row = Readonly<{
  sealed: string
  movedAt: Date
  departmentId: string | null
  method: z.input<typeof PayoutMethodRow>
}>

const methodOf = ({ sealed, movedAt, departmentId, method }: Row): PayoutMethod => ({
  ...PayoutMethodRow.decode(method),
  sealed: new Sealed(sealed),
  movedAt,
  departmentId,
})

export const payoutMethodOf = async (tx: Tx, id: PayoutMethodId): Promise<PayoutMethod> => {
  const [row] = await tx.named<Row>(one, [tx.organizationId, id])
  if (!row) throw payoutMethodNotFound()
  return methodOf(row)
}

const accounts: Statement = {
  name: 'payees.accounts',
  text: `select id, kind, holder_name as "holderName", currency, routing_number as "routingNumber",
      account_type as "accountType", bic, number_sealed as sealed
    from payout_methods where organization_id = $1 and id = any ($2)`,
}

type AccountRow = Pick<
  PayoutMethodRow,
  'id' | 'kind' | 'holderName' | 'currency' | 'routingNumber' | 'accountType' | 'bic'
>

/** Many accounts at once, as they are stored. */
export const accountsOf = async (tx: Tx, ids: readonly PayoutMethodId[]) =>
  (await tx.named<AccountRow & { sealed: string }>(accounts, [tx.organizationId, ids])).map((row) => ({
    ...row,
    sealed: new Sealed(row.sealed),
  }))

/** Holds the row until the commit, and refuses an actor who looked at an older version. */
export const lockPayoutMethod = async (
  tx: Tx,
  { payoutMethodId, version }: Readonly<{ payoutMethodId: PayoutMethodId; version: number }>,
): Promise<PayoutMethod> => {
  const [row] = await tx.named<Row>(lock, [tx.organizationId, payoutMethodId])
  if (!row) throw payoutMethodNotFound()
  const method = methodOf(row)
  if (method.version !== version) throw stale({ currentVersion: method.version })
  return method
}

/** The account a payee is paid to today, if there is one. */
export const activePayoutMethod = async (tx: Tx, payeeId: PayeeId): Promise<PayoutMethod | undefined> => {
  const [row] = await tx.named<Row>(active, [tx.organizationId, payeeId])
  return row && methodOf(row)
}

export const payoutMethodsFor = async (
  tx: Tx,
  actor: Actor,
  {
    status,
    after,
    limit,
  }: Readonly<{ status?: readonly PayoutMethodStatus[] | undefined; after?: string | undefined; limit: number }>,
) => {
  const found = await tx.named<Row & { id: string }>(page, [
    tx.organizationId,
    status ?? null,
    reachOf(actor),
    keyOf(after, ['id'])?.[0] ?? null,
    limit + 1,
  ])
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ method, departmentId }) => ({ ...PayoutMethodRow.decode(method), departmentId })),
    next: last && found.length > limit ? cursorOf([last.id]) : null,
  }
}

export const whoseHoldsEnded: Statement = {
  name: 'payees.whose-holds-ended',
  text: 'select organizations_with_ended_holds() as id',
}
const endedIds: Statement = {
  name: 'payees.ended-holds',
  text: `select m.id from payout_methods m
    where m.organization_id = $1 and ${hasEnded} and m.id <> all ($2::uuid[]) order by m.hold_until limit $3`,
}

export const idsOfEndedHolds = async (tx: Tx, { atMost, except }: Search): Promise<readonly string[]> =>
  (await tx.named<{ id: string }>(endedIds, [tx.organizationId, except, atMost])).map(({ id }) => id)

/** The account, held until the commit, if its hold is over. */
export const holdEnded = async (tx: Tx, id: string): Promise<PayoutMethod | undefined> =>
  (await tx.named<Row>(ended, [tx.organizationId, id])).map(methodOf)[0]

const save: Statement = {
  name: 'payees.save-method',
  text: `update payout_methods set status = $3, verified_by = $4, verified_at = $5, verified_how = $6, hold_until = $7,
      reason = $8, moved_at = $9, version = version + 1
    where organization_id = $1 and id = $2`,
}

export const savePayoutMethod = async (tx: Tx, method: PayoutMethod): Promise<void> => {
  const { id, status, verifiedBy, verifiedAt, verifiedHow, holdUntil, reason, movedAt } = method
  await tx.named(save, [
    tx.organizationId,
    id,
    status,
    verifiedBy,
    verifiedAt,
    verifiedHow,
    holdUntil,
    reason,
    movedAt,
  ])
}

const fingerprint: Statement = {
  name: 'payees.active-fingerprint',
  text: `select fingerprint from payout_methods where organization_id = $1 and payee_id = $2 and status = 'active'`,
}

export const activeFingerprint = async (tx: Tx, payeeId: PayeeId): Promise<string | undefined> =>
  (await tx.named<{ fingerprint: string }>(fingerprint, [tx.organizationId, payeeId]))[0]?.fingerprint

const paidTo: Statement = {
  name: 'payees.paid-to',
  text: `select kind, fingerprint, number_last4 as last4 from payout_methods
    where organization_id = $1 and payee_id = $2 and status = 'active'`,
}
type PaidTo = Readonly<{ kind: BankAccount['kind']; fingerprint: string; last4: string }>

/** What is known in clear about the account a payee is paid to. */
export const paidToAccount = async (tx: Tx, payeeId: PayeeId): Promise<PaidTo | undefined> =>
  (await tx.named<PaidTo>(paidTo, [tx.organizationId, payeeId]))[0]

const later: Statement = { name: 'payees.hours-from-now', text: `select now() + make_interval(hours => $1) as until` }

/** By the database's clock, so that nobody shortens a hold by moving the server's. */
export const hoursFromNow = async (tx: Tx, hours: number): Promise<Date> => {
  const [row] = await tx.named<{ until: Date }>(later, [hours])
  if (!row) throw new Error('The database did not tell the time.')
  return row.until
}
