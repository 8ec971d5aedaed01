import type { Role } from '#kernel/actor.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { OrganizationId, PersonId } from '#kernel/ids.ts'
import type { Standing } from '#kernel/standing.ts'
import { SessionId } from '#modules/access/contract.ts'
import { sessionNotFound, signInExists } from '#modules/access/problems.ts'
import type { AuthTables } from '#modules/access/tables.ts'

const db = (tx: Tx) => tx.withTables<AuthTables>()

export type Person = Readonly<{ id: PersonId; name: string; email: string; twoFactor: boolean }>

export const personOfEmail = async (tx: Tx, email: string): Promise<Person | undefined> => {
  const row = await people(tx).where('email', '=', email).executeTakeFirst()
  return row && personOf(row)
}

/** Undefined for an id nobody has: a person is never removed while anything names them. */
export const personFor = async (tx: Tx, personId: PersonId): Promise<Person | undefined> => {
  const row = await people(tx).where('id', '=', personId).executeTakeFirst()
  return row && personOf(row)
}

const people = (tx: Tx) => db(tx).selectFrom('auth.people').select(['id', 'name', 'email', 'two_factor_enabled'])

const personOf = (row: { id: string; name: string; email: string; two_factor_enabled: boolean }): Person => ({
  id: PersonId.parse(row.id),
  name: row.name,
  email: row.email,
  twoFactor: row.two_factor_enabled,
})

type NewPerson = Readonly<{ person: Person; accountId: string; passwordHash: string; now: Date }>

/** The account that better-auth looks for when somebody signs in with a password. */
export const insertPerson = async (tx: Tx, { person, accountId, passwordHash, now }: NewPerson): Promise<void> => {
  const { id, name, email } = person
  const stamps = { created_at: now, updated_at: now }
  await db(tx)
    .insertInto('auth.people')
    .values({ id, name, email, email_verified: true, image: null, two_factor_enabled: false, ...stamps })
    .execute()
    .catch(refusing('people_email_key', signInExists))
  await db(tx)
    .insertInto('auth.accounts')
    .values({
      id: accountId,
      person_id: id,
      account_id: id,
      provider_id: 'credential',
      password: passwordHash,
      ...stamps,
    })
    .execute()
}

export const passwordHashOf = async (tx: Tx, personId: PersonId): Promise<string | undefined> => {
  const row = await db(tx)
    .selectFrom('auth.accounts')
    .select('password')
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? undefined
}

export const savePassword = async (
  tx: Tx,
  { personId, passwordHash, now }: Readonly<{ personId: PersonId; passwordHash: string; now: Date }>,
): Promise<void> => {
  await db(tx)
    .updateTable('auth.accounts')
    .set({ password: passwordHash, updated_at: now })
    .where('person_id', '=', personId)
    .where('provider_id', '=', 'credential')
    .execute()
}

export const dropTwoFactor = async (tx: Tx, personId: PersonId): Promise<void> => {
  await db(tx).updateTable('auth.people').set({ two_factor_enabled: false }).where('id', '=', personId).execute()
  await db(tx).deleteFrom('auth.two_factors').where('person_id', '=', personId).execute()
}

export const countPasskeys = async (tx: Tx, personId: PersonId): Promise<number> => {
  const rows = await db(tx)
    .selectFrom('auth.passkeys')
    .select('id')
    .where('person_id', '=', personId)
    .limit(100)
    .execute()
  return rows.length
}

/** An organization this person belongs to, and as what. */
export type Place = Readonly<{
  organizationId: OrganizationId
  slug: string
  name: string
  roles: readonly Role[]
  departmentIds: readonly string[] | 'all'
  isMember: boolean
  contractorId: string | undefined
  /** How the contractor stood when that last changed. */
  standing: Readonly<{ now: Standing; since: Date }> | undefined
  brand: Readonly<{ programmeName: string; brandColor: string; hasLogo: boolean }>
  modulesOff: readonly string[]
}>

const places: Statement = {
  name: 'access.places',
  text: `select organization_id, slug, name, roles, department_ids, is_member, contractor_id, standing, standing_since,
      programme_name, brand_color, has_logo, modules_off
    from places_of($1)`,
}

type PlaceRow = Readonly<{
  organization_id: string
  slug: string
  name: string
  roles: Role[]
  department_ids: string[] | null
  is_member: boolean
  contractor_id: string | null
  standing: Standing | null
  standing_since: Date | null
  programme_name: string
  brand_color: string
  has_logo: boolean
  modules_off: string[]
}>

export const placesOf = async (tx: Tx, personId: PersonId): Promise<readonly Place[]> =>
  (await tx.named<PlaceRow>(places, [personId])).map((row) => ({
    organizationId: OrganizationId.parse(row.organization_id),
    slug: row.slug,
    name: row.name,
    roles: row.contractor_id === null ? row.roles : [...row.roles, 'contractor'],
    departmentIds: row.is_member ? (row.department_ids ?? 'all') : [],
    isMember: row.is_member,
    contractorId: row.contractor_id ?? undefined,
    standing: row.standing && row.standing_since ? { now: row.standing, since: row.standing_since } : undefined,
    brand: { programmeName: row.programme_name, brandColor: row.brand_color, hasLogo: row.has_logo },
    modulesOff: row.modules_off,
  }))

export type Session = Readonly<{
  id: SessionId
  token: string
  personId: PersonId
  address: string
  userAgent: string
  createdAt: Date
  lastSeenAt: Date
  expiresAt: Date
}>

const sessions = (tx: Tx) =>
  db(tx)
    .selectFrom('auth.sessions')
    .select(['id', 'token', 'person_id', 'ip_address', 'user_agent', 'created_at', 'last_seen_at', 'expires_at'])

export const sessionOfToken = async (tx: Tx, token: string): Promise<Session | undefined> => {
  const row = await sessions(tx).where('token', '=', token).executeTakeFirst()
  return row && sessionOf(row)
}

export const mostSessions = 200
/** One more than are listed, if there are more. */
export const sessionsOf = async (tx: Tx, personId: PersonId, now: Date): Promise<readonly Session[]> => {
  const rows = await sessions(tx)
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .limit(mostSessions + 1)
    .execute()
  return rows.map(sessionOf)
}

type SessionRow = Pick<
  AuthTables['auth.sessions'],
  'id' | 'token' | 'person_id' | 'ip_address' | 'user_agent' | 'created_at' | 'last_seen_at' | 'expires_at'
>

const sessionOf = (row: SessionRow): Session => ({
  id: SessionId.parse(row.id),
  token: row.token,
  personId: PersonId.parse(row.person_id),
  address: row.ip_address ?? '',
  userAgent: row.user_agent ?? '',
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  expiresAt: row.expires_at,
})

export const insertSession = async (tx: Tx, session: Session): Promise<void> => {
  await db(tx)
    .insertInto('auth.sessions')
    .values({
      id: session.id,
      token: session.token,
      person_id: session.personId,
      ip_address: session.address,
      user_agent: session.userAgent,
      created_at: session.createdAt,
      updated_at: session.createdAt,
      last_seen_at: session.lastSeenAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

const seen: Statement = {
  name: 'access.seen',
  text: 'update auth.sessions set last_seen_at = $2 where id = $1 and last_seen_at < $2',
}

/** `last_seen_at` is no reason to tell the other processes, so this update fires no trigger. */
export const markSeen = async (tx: Tx, sessionId: SessionId, at: Date): Promise<void> => {
  await tx.named(seen, [sessionId, at])
}

export const deleteSession = async (tx: Tx, personId: PersonId, sessionId: SessionId): Promise<void> => {
  const { numDeletedRows } = await db(tx)
    .deleteFrom('auth.sessions')
    .where('id', '=', sessionId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw sessionNotFound({ sessionId })
}

/** One that has ended meanwhile is no reason to refuse the rest. */
export const deleteSessions = async (tx: Tx, sessionIds: readonly SessionId[]): Promise<void> => {
  await db(tx)
    .deleteFrom('auth.sessions')
    .where('id', 'in', [...sessionIds])
    .execute()
}

export const deleteSessionsOf = async (tx: Tx, personId: PersonId): Promise<void> => {
  await db(tx).deleteFrom('auth.sessions').where('person_id', '=', personId).execute()
}

/** Those that were there before, except the one that is used now. */
export const deleteOtherSessions = async (
  tx: Tx,
  { personId, kept, before }: Readonly<{ personId: PersonId; kept: SessionId; before: Date }>,
): Promise<void> => {
  await db(tx)
    .deleteFrom('auth.sessions')
    .where('person_id', '=', personId)
    .where('id', '<>', kept)
    .where('created_at', '<', before)
    .execute()
}

const dropVerifications: Statement = {
  name: 'access.drop-verifications',
  text: 'delete from auth.verifications where strpos(value, (select to_json(p.email)::text from auth.people p where p.id = $1)) > 0',
}

/** What better-auth still waits for from this person: a sign-in link that was sent and not opened. */
export const deleteVerificationsOf = async (tx: Tx, personId: PersonId): Promise<void> => {
  await tx.named(dropVerifications, [personId])
}
