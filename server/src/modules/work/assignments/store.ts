import { sql } from 'kysely'
import type { z } from 'zod'
import { type Actor, reachOf } from '#kernel/actor.ts'
import type { Search } from '#kernel/background/schedule.ts'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import type { Statement, Tx } from '#kernel/db.ts'
import { PersonId } from '#kernel/ids.ts'
import { stale } from '#kernel/problem.ts'
import { AssignmentId, type ProjectId } from '#modules/work/ids.ts'
import { assignmentNotFound } from '#modules/work/problems.ts'
import type { WorkTables } from '#modules/work/tables.ts'
import { type Assignment, isMine, mayReadAssignment } from './assignment.ts'
import { AssignmentRow, type AssignmentStatus, type AssignmentTerms, AssignmentView } from './contract.ts'

const db = (tx: Tx) => tx.withTables<WorkTables>()

const row = `'id', a.id, 'title', a.title, 'status', a.status, 'projectId', a.project_id, 'projectName', p.name,
  'contractorId', a.contractor_id, 'contractorName', c.display_name, 'pricing', a.pricing,
  'price', money_json(a.price_minor, a.currency),
  'cap', case when a.cap_minor is not null then money_json(a.cap_minor, a.currency) end,
  'startsOn', a.starts_on, 'endsOn', a.ends_on, 'answerBy', a.answer_by`

const from = `from assignments a
  join projects p on p.organization_id = a.organization_id and p.id = a.project_id
  join contractors c on c.organization_id = a.organization_id and c.id = a.contractor_id`

const detail = (name: string, lock: '' | 'for update of a'): Statement => ({
  name: `work.${name}`,
  text: `select json_build_object(${row}, 'brief', a.brief, 'engagementId', a.engagement_id,
      'departmentId', p.department_id, 'departmentName', d.name,
      'legalEntityId', p.legal_entity_id, 'legalEntityName', l.name, 'reason', a.reason, 'offeredBy', a.offered_by,
      'offeredAt', utc_text(a.offered_at), 'answeredAt', utc_text(a.answered_at), 'movedAt', utc_text(a.moved_at),
      'version', a.version) as assignment
    ${from}
    join departments d on d.organization_id = p.organization_id and d.id = p.department_id
    join legal_entities l on l.organization_id = p.organization_id and l.id = p.legal_entity_id
    where a.organization_id = $1 and a.id = $2 ${lock}`,
})
const read = detail('assignment', '')
const lock = detail('lock-assignment', 'for update of a')

const list: Statement = {
  name: 'work.assignments',
  text: `select a.id, json_build_object(${row}) as assignment ${from}
    where a.organization_id = $1 and ($2::text is null or a.title ilike $2 or c.display_name ilike $2)
      and ($3::text[] is null or a.status = any ($3)) and ($4::uuid is null or a.project_id = $4)
      and ($5::uuid is null or a.contractor_id = $5) and ($6::uuid[] is null or p.department_id = any ($6))
      and (not $7 or a.offered_at is not null) and ($8::uuid is null or a.id < $8)
    order by a.id desc limit $9`,
}

const Detail = AssignmentView.omit({ can: true, blockers: true }).extend({ offeredBy: PersonId.nullable() })
type DetailRow = Readonly<{ assignment: z.input<typeof Detail> }>

const found = async (tx: Tx, how: Statement, assignmentId: AssignmentId): Promise<Assignment> => {
  const [row] = await tx.named<DetailRow>(how, [tx.organizationId, assignmentId])
  if (!row) throw assignmentNotFound({ assignmentId })
  return Detail.decode(row.assignment)
}

export const assignmentOf = (tx: Tx, assignmentId: AssignmentId): Promise<Assignment> => found(tx, read, assignmentId)

/** Staff in reach of it, or the contractor it was offered to. For anybody else it is not there. */
const seenBy = (actor: Actor, assignment: Assignment): Assignment => {
  if (mayReadAssignment(actor, assignment) || isMine(actor, assignment)) return assignment
  throw assignmentNotFound({ assignmentId: assignment.id })
}

export const assignmentFor = async (actor: Actor, tx: Tx, assignmentId: AssignmentId): Promise<Assignment> =>
  seenBy(actor, await assignmentOf(tx, assignmentId))

export const holdAssignment = (tx: Tx, assignmentId: AssignmentId): Promise<Assignment> =>
  found(tx, lock, assignmentId)

export const lockAssignment = async (
  actor: Actor,
  tx: Tx,
  { assignmentId, version }: Readonly<{ assignmentId: AssignmentId; version: number }>,
): Promise<Assignment> => {
  const assignment = seenBy(actor, await holdAssignment(tx, assignmentId))
  if (assignment.version !== version) throw stale({ currentVersion: assignment.version })
  return assignment
}

type Page = Readonly<{
  search?: string | undefined
  status?: readonly AssignmentStatus[] | undefined
  projectId?: ProjectId | undefined
  contractorId?: string | undefined
  /** Leaves out what the contractor has not been shown. */
  shownOnly?: boolean
  after?: string | undefined
  limit: number
}>

export const assignmentsFor = async (actor: Actor, tx: Tx, page: Page) => {
  const { search, status, projectId, contractorId, shownOnly = false, after, limit } = page
  const rows = await tx.named<{ id: string; assignment: z.input<typeof AssignmentRow> }>(list, [
    tx.organizationId,
    search ? `%${search.replaceAll(/[\\%_]/g, '\\$&')}%` : null,
    status ?? null,
    projectId ?? null,
    contractorId ?? null,
    shownOnly ? null : reachOf(actor),
    shownOnly,
    keyOf(after, ['id'])?.[0] ?? null,
    limit + 1,
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ assignment }) => AssignmentRow.decode(assignment)),
    next: last && rows.length > limit ? cursorOf([last.id]) : null,
  }
}

type New = Readonly<{
  id: AssignmentId
  projectId: ProjectId
  engagementId: string
  contractorId: string
  terms: AssignmentTerms
  draftedBy: PersonId
  now: Date
}>

export const insertAssignment = async (tx: Tx, draft: New): Promise<void> => {
  await db(tx)
    .insertInto('assignments')
    .values({
      organization_id: tx.organizationId,
      id: draft.id,
      project_id: draft.projectId,
      engagement_id: draft.engagementId,
      contractor_id: draft.contractorId,
      status: 'draft',
      drafted_by: draft.draftedBy,
      moved_at: draft.now,
      ...columnsOf(draft.terms),
    })
    .execute()
}

export const saveAssignment = async (tx: Tx, assignment: Assignment): Promise<void> => {
  await db(tx)
    .updateTable('assignments')
    .set({
      ...columnsOf(assignment),
      status: assignment.status,
      reason: assignment.reason,
      offered_by: assignment.offeredBy,
      offered_at: assignment.offeredAt,
      answered_at: assignment.answeredAt,
      moved_at: assignment.movedAt,
      version: assignment.version + 1,
    })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', assignment.id)
    .execute()
}

const columnsOf = (terms: AssignmentTerms) => ({
  title: terms.title,
  brief: terms.brief,
  pricing: terms.pricing,
  price_minor: terms.price.minor,
  cap_minor: terms.cap?.minor ?? null,
  currency: terms.price.currency,
  starts_on: terms.startsOn,
  ends_on: terms.endsOn,
  answer_by: terms.answerBy,
})

/** Offers whose last day has passed and accepted work whose day has come, the oldest first. */
export const whoseAssignmentsAreDue: Statement = {
  name: 'work.who-has-due-assignments',
  text: 'select organizations_with_due_assignments($1) as id',
}

export const dueAssignmentIds = async (
  tx: Tx,
  today: string,
  { atMost, except }: Search,
): Promise<readonly AssignmentId[]> => {
  const rows = await db(tx)
    .selectFrom('assignments')
    .select('id')
    .where('organization_id', '=', tx.organizationId)
    .where((where) =>
      where.or([
        where.and([where('status', '=', 'offered'), where('answer_by', '<', today)]),
        where.and([where('status', '=', 'accepted'), where('starts_on', '<=', today)]),
      ]),
    )
    .where(sql<boolean>`id <> all (${[...except]}::uuid[])`)
    .orderBy('id')
    .limit(atMost)
    .execute()
  return rows.map(({ id }) => AssignmentId.parse(id))
}
