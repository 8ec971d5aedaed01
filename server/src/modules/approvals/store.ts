import { z } from 'zod'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { PersonId } from '#kernel/ids.ts'
import { type Money, money } from '#kernel/money.ts'
import { stale } from '#kernel/problem.ts'
import type { Alongside, Grounds } from './approval.ts'
import { type Decision, type DecisionId, decisions } from './contract.ts'
import type { ApprovalTables } from './tables.ts'

const db = (tx: Tx) => tx.withTables<ApprovalTables>()

/** Amounts as PostgreSQL prints them into JSON: text, so that none passes through a floating point number. */
const Amounts = z.array(
  z
    .object({ minor: z.string(), currency: z.string() })
    .transform(({ minor, currency }) => money(BigInt(minor), currency)),
)
const amountsFrom = (table: string, where: string): string =>
  `(select coalesce(json_agg(json_build_object('minor', a.amount_minor::text, 'currency', a.currency)
      order by a.currency), '[]') from ${table} a where a.organization_id = $1 and ${where})`
const latestPolicy = '(select max(version) from approval_policies where organization_id = $1)'

const groundsOf: Statement = {
  name: 'approvals.grounds',
  text: `select ${latestPolicy} as "policyVersion",
    ${amountsFrom('approval_limits', 'a.person_id = $2')} as limits,
    ${amountsFrom('approval_thresholds', `a.version = ${latestPolicy}`)} as "secondAbove",
    (select coalesce(json_agg(json_build_object('decision', d.decision, 'personId', d.decided_by,
        'contentHash', d.content_hash, 'needed', d.needed) order by d.place), '[]')
      from approval_decisions d where d.organization_id = $1 and d.subject_id = $3) as earlier`,
}

const EarlierRow = z.object({
  decision: z.enum(decisions),
  personId: PersonId,
  contentHash: z.string(),
  needed: z.int(),
})
const GroundsRow = z.object({
  policyVersion: z.int().nullable(),
  limits: Amounts,
  secondAbove: Amounts,
  earlier: z.array(EarlierRow),
})

export type StoredGrounds = Omit<Grounds, 'alongside'> & Readonly<{ policyVersion: number | null }>

/** Everything a decision rests on, in one statement. */
export const groundsFor = async (
  tx: Tx,
  { personId, subjectId }: Readonly<{ personId: string; subjectId: string }>,
): Promise<StoredGrounds> => {
  const [row] = await tx.named(groundsOf, [tx.organizationId, personId, subjectId])
  return GroundsRow.parse(row)
}

const approved: Statement = {
  name: 'approvals.approved-among',
  text: `select d.subject_id as "subjectId", d.decided_by as "personId", d.amount_minor as minor, d.currency, d.needed
    from approval_decisions d where d.organization_id = $1 and d.subject_id = any ($2) and d.decided_at > $3
      and d.decision = 'approved' and d.amount_minor is not null and not exists (
        select from approval_decisions later where later.organization_id = d.organization_id
          and later.subject_id = d.subject_id and later.place > d.place and later.decision <> 'approved')`,
}
const ApprovedRow = z
  .object({ subjectId: z.string(), personId: PersonId, minor: z.bigint(), currency: z.string(), needed: z.int() })
  .transform(({ minor, currency, ...one }): Alongside => ({ ...one, amount: money(minor, currency) }))

/** The approvals of these subjects since then that still stand. */
export const approvedAmong = async (
  tx: Tx,
  subjectIds: readonly string[],
  since: Date,
): Promise<readonly Alongside[]> =>
  z.array(ApprovedRow).parse(await tx.named(approved, [tx.organizationId, subjectIds, since]))

const record: Statement = {
  name: 'approvals.record',
  text: `insert into approval_decisions (organization_id, id, kind, subject_id, place, content_hash, amount_minor, currency,
      decision, note, needed, policy_version, decided_by, decided_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
}

export type NewDecision = Readonly<{
  id: DecisionId
  kind: string
  subjectId: string
  /** How many were made about this subject before. Two at once would take the same place: one of them is refused. */
  place: number
  contentHash: string
  amount: Money | null
  decision: Decision
  note: string | null
  needed: number
  policyVersion: number | null
  decidedBy: PersonId
  decidedAt: Date
}>

export const insertDecision = (tx: Tx, made: NewDecision): void => {
  tx.lastly(
    record,
    [
      tx.organizationId,
      made.id,
      made.kind,
      made.subjectId,
      made.place,
      made.contentHash,
      made.amount?.minor ?? null,
      made.amount?.currency ?? null,
      made.decision,
      made.note,
      made.needed,
      made.policyVersion,
      made.decidedBy,
      made.decidedAt,
    ],
    refusing('one_decision_after_another', stale),
  )
}

/** Every decision about a subject, in order. */
export const decisionsAbout = async (tx: Tx, subjectId: string): Promise<readonly NewDecision[]> => {
  const rows = await db(tx)
    .selectFrom('approval_decisions')
    .selectAll()
    .where('organization_id', '=', tx.organizationId)
    .where('subject_id', '=', subjectId)
    .orderBy('place')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    place: row.place,
    contentHash: row.content_hash,
    amount: row.amount_minor === null || row.currency === null ? null : money(row.amount_minor, row.currency),
    decision: row.decision,
    note: row.note,
    needed: row.needed,
    policyVersion: row.policy_version,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }))
}

export type Limits = Readonly<{ personId: PersonId; limits: readonly Money[]; version: number }>

export const mostHolders = 1_000
const readLimits: Statement = {
  name: 'approvals.limits',
  text: `select h.person_id as "personId", h.version,
      ${amountsFrom('approval_limits', 'a.person_id = h.person_id')} as limits
    from approval_limit_holders h where h.organization_id = $1 and ($2::uuid is null or h.person_id = $2)
    order by h.person_id limit ${mostHolders + 1}`,
}
const LimitsRow = z.object({ personId: PersonId, version: z.int(), limits: Amounts })

export const allLimits = async (tx: Tx): Promise<readonly Limits[]> =>
  z.array(LimitsRow).parse(await tx.named(readLimits, [tx.organizationId, null]))

/** Those of a member; version 0 while none was ever set. */
export const limitsOf = async (tx: Tx, personId: PersonId): Promise<Limits> => {
  const [row] = await tx.named(readLimits, [tx.organizationId, personId])
  return row ? LimitsRow.parse(row) : { personId, limits: [], version: 0 }
}

type Change = Readonly<{ limits: readonly Money[]; setBy: string; setAt: Date }>

/** Takes the place of what was there. Whoever looked at an older version meets the newer one and is refused. */
export const saveLimits = async (tx: Tx, before: Limits, { limits, setBy, setAt }: Change): Promise<Limits> => {
  const key = { organization_id: tx.organizationId, person_id: before.personId }
  const version = before.version + 1
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('approval_limit_holders')
    .values({ ...key, set_by: setBy, set_at: setAt, version })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'person_id'])
        .doUpdateSet({ set_by: setBy, set_at: setAt, version })
        .where('approval_limit_holders.version', '=', before.version),
    )
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows !== 1n) throw stale()
  await db(tx)
    .deleteFrom('approval_limits')
    .where('organization_id', '=', key.organization_id)
    .where('person_id', '=', key.person_id)
    .execute()
  const rows = limits.map(({ minor, currency }) => ({ ...key, currency, amount_minor: minor }))
  if (rows.length > 0) await db(tx).insertInto('approval_limits').values(rows).execute()
  return { ...before, limits, version }
}
