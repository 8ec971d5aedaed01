import type { Search } from '#kernel/background/schedule.ts'
import { refusing, type Statement, type Tx } from '#kernel/db.ts'
import { PersonId } from '#kernel/ids.ts'
import { linkEnded } from '#modules/access/problems.ts'
import type { AuthTables } from '#modules/access/tables.ts'
import { AddressChangeId } from './contract.ts'
import { addressTaken } from './problems.ts'

const db = (tx: Tx) => tx.withTables<AuthTables>()

export type AddressChange = Readonly<{
  id: AddressChangeId
  personId: PersonId
  /** The one asked for. */
  email: string
  /** The one in force when it was asked for. */
  previousEmail: string
  askedAt: Date
  expiresAt: Date
}>

const changes = (tx: Tx) =>
  db(tx)
    .selectFrom('auth.address_changes')
    .select(['id', 'person_id', 'email', 'previous_email', 'asked_at', 'expires_at'])

type Row = Pick<
  AuthTables['auth.address_changes'],
  'id' | 'person_id' | 'email' | 'previous_email' | 'asked_at' | 'expires_at'
>

const changeOf = (row: Row): AddressChange => ({
  id: AddressChangeId.parse(row.id),
  personId: PersonId.parse(row.person_id),
  email: row.email,
  previousEmail: row.previous_email,
  askedAt: row.asked_at,
  expiresAt: row.expires_at,
})

/** What waits to be confirmed. */
export const waitingChangeOf = async (tx: Tx, personId: PersonId, now: Date): Promise<AddressChange | undefined> => {
  const row = await changes(tx)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('confirmed_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && changeOf(row)
}

/** As it was, also after its end: for the mails about it. */
export const addressChangeOf = async (tx: Tx, changeId: AddressChangeId): Promise<AddressChange> => {
  const row = await changes(tx).where('id', '=', changeId).executeTakeFirst()
  if (!row) throw new Error('A mail is about a change of address that is not there.')
  return changeOf(row)
}

/** One that was taken back or replaced has ended, like its link. */
export const openChange = async (tx: Tx, changeId: AddressChangeId): Promise<AddressChange> => {
  const row = await changes(tx)
    .where('id', '=', changeId)
    .where('ended_at', 'is', null)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw linkEnded()
  return changeOf(row)
}

type Asked = AddressChange & Readonly<{ askedBy: PersonId }>

export const insertChange = async (tx: Tx, change: Asked): Promise<void> => {
  await db(tx)
    .insertInto('auth.address_changes')
    .values({
      id: change.id,
      person_id: change.personId,
      organization_id: tx.organizationId,
      email: change.email,
      previous_email: change.previousEmail,
      asked_by: change.askedBy,
      asked_at: change.askedAt,
      expires_at: change.expiresAt,
      ended_at: null,
      confirmed_at: null,
    })
    .execute()
}

/** Ends what waits, also what nobody confirmed in time. Gives its id, if there was one. */
export const endWaitingChange = async (
  tx: Tx,
  personId: PersonId,
  now: Date,
): Promise<AddressChangeId | undefined> => {
  const row = await db(tx)
    .updateTable('auth.address_changes')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('confirmed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row && AddressChangeId.parse(row.id)
}

export const countAskedSince = async (tx: Tx, personId: PersonId, since: Date): Promise<number> => {
  const { count } = await db(tx)
    .selectFrom('auth.address_changes')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .where('asked_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Holds the person until the commit, before anything is read about their address: changes of it come one by one. */
export const holdPerson = async (tx: Tx, personId: PersonId): Promise<void> => {
  await db(tx).selectFrom('auth.people').select('id').where('id', '=', personId).forUpdate().execute()
}

export const putAddressInForce = async (tx: Tx, { id, personId, email }: AddressChange, now: Date): Promise<void> => {
  await db(tx)
    .updateTable('auth.people')
    .set({ email, updated_at: now })
    .where('id', '=', personId)
    .execute()
    .catch(refusing('people_email_key', addressTaken))
  await db(tx).updateTable('auth.address_changes').set({ confirmed_at: now }).where('id', '=', id).execute()
}

/** Addresses that this person signed in with and gave up after that time. */
export const formerAddressesOf = async (tx: Tx, personId: PersonId, since: Date): Promise<readonly string[]> => {
  const rows = await db(tx)
    .selectFrom('auth.address_changes')
    .select('previous_email')
    .where('person_id', '=', personId)
    .where('confirmed_at', '>', since)
    .execute()
  return rows.map((row) => row.previous_email)
}

export const whoIsBehind: Statement = {
  name: 'access.organizations-behind-on-addresses',
  text: 'select distinct organization_id as id from address_changes_behind($1)',
}
const behind: Statement = {
  name: 'access.address-changes-behind',
  text: `select change_id as id from address_changes_behind($1)
    where organization_id = $2 and change_id <> all ($3::uuid[]) limit $4`,
}

/** Changes that this organization has not followed yet. */
export const idsOfChangesBehind = async (
  tx: Tx,
  since: Date,
  { atMost, except }: Search,
): Promise<readonly string[]> =>
  (await tx.named<{ id: string }>(behind, [since, tx.organizationId, except, atMost])).map(({ id }) => id)

const follow: Statement = {
  name: 'access.follow-address',
  text: `insert into address_follows (organization_id, change_id, followed_at) values ($1, $2, $3)
    on conflict do nothing returning change_id`,
}

/** True for the first to follow it here. */
export const claimFollow = async (tx: Tx, changeId: AddressChangeId, now: Date): Promise<boolean> =>
  (await tx.named(follow, [tx.organizationId, changeId, now])).length === 1

const members: Statement = {
  name: 'access.member-follows-address',
  text: `update members m set email = p.email from auth.people p
    where m.organization_id = $1 and m.person_id = $2 and m.status <> 'removed' and p.id = m.person_id
      and not exists (select from members o where o.organization_id = $1 and o.email = p.email
        and o.person_id is distinct from $2 and o.status <> 'removed')`,
}

/** Unless somebody else was invited here under that address: then theirs stays as it is written. */
export const putOnFile = async (tx: Tx, personId: PersonId): Promise<void> => {
  await tx.named(members, [tx.organizationId, personId])
}
