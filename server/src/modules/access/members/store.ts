import { sql } from 'kysely'
import { cursorOf, keyOf } from '#kernel/cursor.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { PersonId } from '#kernel/ids.ts'
import { stale } from '#kernel/problem.ts'
import type { Standing } from '#kernel/standing.ts'
import { MemberId } from '#modules/access/contract.ts'
import { type Person, personFor } from '#modules/access/people/store.ts'
import { memberExists, memberNotFound } from '#modules/access/problems.ts'
import type { AccessTables } from '#modules/access/tables.ts'
import type { Member } from './member.ts'

const db = (tx: Tx) => tx.withTables<AccessTables>()

const columns = ['id', 'person_id', 'name', 'email', 'roles', 'department_ids', 'status', 'version'] as const

const lastSeen = sql<Date | null>`last_seen(members.person_id)`.as('last_seen_at')

const unseenLinkOf = sql<string | null>`(
  select l.made_by from links l
  where l.organization_id = members.organization_id and l.subject_id = members.id
    and l.purpose = 'member-invitation' and l.used_at is null and l.shown_at is null
  order by l.id desc limit 1
)`.as('unseen_link_of')

const members = (tx: Tx) =>
  db(tx)
    .selectFrom('members')
    .select([...columns, lastSeen, unseenLinkOf])
    .where('organization_id', '=', tx.organizationId)

type Row = Pick<AccessTables['members'], (typeof columns)[number]> &
  Readonly<{ last_seen_at: Date | null; unseen_link_of: string | null }>

const memberOf = (row: Row): Member => ({
  id: MemberId.parse(row.id),
  personId: row.person_id,
  name: row.name,
  email: row.email,
  roles: row.roles,
  departmentIds: row.department_ids,
  status: row.status,
  lastSeenAt: row.last_seen_at,
  unseenLinkOf: row.unseen_link_of,
  version: row.version,
})

type Page = Readonly<{ limit: number; after: string | undefined; status: Member['status'] | undefined }>

export const membersOf = async (tx: Tx, { limit, after, status }: Page) => {
  const [afterName, afterId] = keyOf(after, ['text', 'id']) ?? []
  const rows = await members(tx)
    .where('status', '<>', 'removed')
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'active'))
    .$if(afterName !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('name', 'id'), '>', tuple(afterName ?? '', afterId ?? '')),
      ),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(memberOf)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursorOf([last.name, last.id]) : null }
}

/** Holds the row until the commit, and refuses somebody who looked at an older version. */
export const lockMember = async (
  tx: Tx,
  { memberId, version }: Readonly<{ memberId: MemberId; version: number }>,
): Promise<Member> => {
  const member = await lockMemberAsIs(tx, memberId)
  if (member.version !== version) throw stale({ currentVersion: member.version })
  return member
}

export const lockMemberAsIs = async (tx: Tx, memberId: MemberId): Promise<Member> => {
  const row = await members(tx).where('id', '=', memberId).forUpdate().executeTakeFirst()
  if (!row || row.status === 'removed') throw memberNotFound({ memberId })
  return memberOf(row)
}

/** The active member of this address; without one the owner who was first. */
export const activeMember = async (tx: Tx, email: string | undefined): Promise<Member | undefined> => {
  const row = await members(tx)
    .where('status', '=', 'active')
    .$if(email !== undefined, (query) => query.where('email', '=', email?.toLowerCase() ?? ''))
    .$if(email === undefined, (query) => query.where(({ eb, val }) => eb(val('owner'), '=', eb.fn.any('roles'))))
    .orderBy('id')
    .executeTakeFirst()
  return row && memberOf(row)
}

export const memberFor = async (tx: Tx, memberId: MemberId): Promise<Member> => {
  const row = await members(tx).where('id', '=', memberId).executeTakeFirst()
  if (!row) throw memberNotFound({ memberId })
  return memberOf(row)
}

/** Locked in the same order by everybody, so that two owners can't remove each other at the same moment. */
export const lockActiveOwners = async (tx: Tx): Promise<readonly MemberId[]> => {
  const rows = await members(tx)
    .where('status', '=', 'active')
    .where(({ eb, val }) => eb(val('owner'), '=', eb.fn.any('roles')))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => MemberId.parse(row.id))
}

export const insertMember = async (tx: Tx, member: Member): Promise<void> => {
  await db(tx)
    .insertInto('members')
    .values({ organization_id: tx.organizationId, ...rowOf(member), version: member.version })
    .execute()
    .catch(refusing('one_member_of_an_address', memberExists))
}

export const saveMember = async (tx: Tx, member: Member): Promise<Member> => {
  const version = member.version + 1
  await db(tx)
    .updateTable('members')
    .set({ ...rowOf(member), version })
    .where('organization_id', '=', tx.organizationId)
    .where('id', '=', member.id)
    .execute()
    .catch(refusing('one_membership_each', memberExists))
  return { ...member, version }
}

const rowOf = (member: Member) => ({
  id: member.id,
  person_id: member.personId,
  name: member.name,
  email: member.email,
  roles: [...member.roles],
  department_ids: member.departmentIds && [...member.departmentIds],
  status: member.status,
})

const names: Statement = {
  name: 'access.member-names',
  text: `select person_id, name from members
      where organization_id = $1 and person_id = any ($2)
    union
    select c.person_id, p.name from contractor_access c join auth.people p on p.id = c.person_id
      where c.organization_id = $1 and c.person_id = any ($2)`,
}

/** Names for the people a page speaks of; also of those who have left. */
export const memberNames = async (tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (personIds.length === 0) return new Map()
  const rows = await tx.named<{ person_id: string; name: string }>(names, [tx.organizationId, personIds])
  return new Map(rows.map(({ person_id, name }) => [person_id, name]))
}

export const insertPortalAccess = async (
  tx: Tx,
  { contractorId, personId, grantedAt }: Readonly<{ contractorId: string; personId: PersonId; grantedAt: Date }>,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db(tx)
    .insertInto('contractor_access')
    .values({
      organization_id: tx.organizationId,
      contractor_id: contractorId,
      person_id: personId,
      granted_at: grantedAt,
      standing: 'open',
      standing_since: grantedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Who signs in to the portal as this contractor. */
export const portalPersonFor = async (tx: Tx, contractorId: string): Promise<Person | undefined> => {
  const row = await db(tx)
    .selectFrom('contractor_access')
    .select('person_id')
    .where('organization_id', '=', tx.organizationId)
    .where('contractor_id', '=', contractorId)
    .executeTakeFirst()
  return row && personFor(tx, PersonId.parse(row.person_id))
}

const signingIn: Statement = {
  name: 'access.contractors-who-sign-in',
  text: 'select contractor_id from contractor_access where organization_id = $1 and contractor_id = any ($2)',
}

export const contractorsWhoSignIn = async (
  tx: Tx,
  contractorIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows = await tx.named<{ contractor_id: string }>(signingIn, [tx.organizationId, contractorIds])
  return new Set(rows.map(({ contractor_id }) => contractor_id))
}

/** As which contractor somebody signs in here. */
export const contractorIdOf = async (tx: Tx, personId: PersonId): Promise<string | null> => {
  const row = await db(tx)
    .selectFrom('contractor_access')
    .select('contractor_id')
    .where('organization_id', '=', tx.organizationId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.contractor_id ?? null
}

export const deletePortalAccess = async (tx: Tx, contractorId: string): Promise<void> => {
  await db(tx)
    .deleteFrom('contractor_access')
    .where('organization_id', '=', tx.organizationId)
    .where('contractor_id', '=', contractorId)
    .execute()
}

const standing: Statement = {
  name: 'access.change-standing',
  text: `update contractor_access as c set standing = n.standing, standing_since = $4
    from (select coalesce($3, case when standing = 'banned' then 'closed' else standing end) as standing
      from contractor_access where organization_id = $1 and contractor_id = $2) as n
    where c.organization_id = $1 and c.contractor_id = $2 and c.standing <> n.standing
    returning c.person_id, c.standing`,
}

type Standings = Readonly<{ contractorId: string; standing: Standing | undefined; since: Date }>

/** Whose standing is now another one; undefined when nothing changed or nobody was let in. */
export const saveStanding = async (
  tx: Tx,
  { contractorId, standing: next, since }: Standings,
): Promise<Readonly<{ personId: PersonId; standing: Standing }> | undefined> => {
  const [row] = await tx.named<{ person_id: string; standing: Standing }>(standing, [
    tx.organizationId,
    contractorId,
    next ?? null,
    since,
  ])
  return row && { personId: PersonId.parse(row.person_id), standing: row.standing }
}
