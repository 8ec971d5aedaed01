import pg from 'pg'
import { CannotStart } from '#kernel/cannot-start.ts'
import { appRole, ownerRole } from './cluster.ts'
import { connect } from './connect.ts'

const insufficientPrivilege = '42501'

/** The two roles and the database of an embedded server, made by its superuser, who is not used for anything else. */
export const ensureEmbedded = async (superuser: pg.ClientConfig, database: string): Promise<void> => {
  const client = await connect(superuser)
  try {
    await ensureRole(client, ownerRole)
    await ensureRole(client, appRole)
    const found = await client.query('select 1 from pg_database where datname = $1', [database])
    if (found.rowCount === 0)
      await client.query(`create database ${pg.escapeIdentifier(database)} owner ${ownerRole}`)
  } finally {
    await client.end()
  }
}

/** The application's role on a server of the operator's own, made by the user named in the address. */
export const ensureAppRole = async (owner: pg.ClientConfig, password: string): Promise<void> => {
  const client = await connect(owner)
  try {
    await refuseOldServer(client)
    await ensureRole(client, appRole, password)
    await refusePowerfulApp(client)
  } finally {
    await client.end()
  }
}

/**
 * Roles belong to the whole server, so another Muster or a second process may make the same one at the same moment:
 * the role that is already there is taken as it is.
 */
const ensureRole = async (client: pg.Client, role: string, password?: string): Promise<void> => {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (found.rowCount !== 0) return
  const secret = password === undefined ? '' : ` password ${pg.escapeLiteral(password)}`
  const attributes = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
  try {
    await client.query(
      `do $$ begin create role ${role} ${attributes}${secret}; ` +
        'exception when duplicate_object or unique_violation then null; end $$',
    )
  } catch (refusal) {
    if (!(refusal instanceof pg.DatabaseError) || refusal.code !== insufficientPrivilege) throw refusal
    const user = pg.escapeIdentifier(client.user ?? '')
    throw new CannotStart(
      `The database user ${user} may not create the role ${role}. ` +
        `Run once as an administrator: alter role ${user} createrole;`,
      refusal,
    )
  }
}

const refuseOldServer = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ number: number; version: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
  )
  if ((rows[0]?.number ?? 0) < 150_000) {
    throw new CannotStart(`Muster needs PostgreSQL 15 or newer; the server of DATABASE_URL is ${rows[0]?.version}.`)
  }
}

/** Row-level security does not bind a superuser, an exempt role or an owner: as such a role nobody would be kept apart. */
const refusePowerfulApp = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ powerful: boolean }>(
    `select rolsuper or rolbypassrls or rolcreaterole or pg_has_role(oid, current_user, 'member') as powerful
     from pg_roles where rolname = $1`,
    [appRole],
  )
  if (rows[0]?.powerful !== false) {
    throw new CannotStart(
      `The role ${appRole} has powers that would let it past the wall between organizations. ` +
        `Run as an administrator: alter role ${appRole} nosuperuser nobypassrls nocreaterole; and revoke its memberships.`,
    )
  }
}
