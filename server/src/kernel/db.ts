import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'
import type { OrganizationId, PersonId } from './ids.ts'

export type Database = Readonly<{ pool: pg.Pool; close: () => Promise<void> }>

/** A statement that PostgreSQL parses and plans once per connection. For the hot paths; the rest is Kysely. */
export type Statement = Readonly<{ name: string; text: string }>

/** A running transaction of one organization: the only thing a use case can reach the database by. */
export type Tx = Readonly<{
  organizationId: OrganizationId
  /** Kysely over this module's own tables. Only `store.ts` files call it. */
  withTables: <Tables>() => Kysely<Tables>
  named: <Row extends pg.QueryResultRow>(statement: Statement, values: readonly unknown[]) => Promise<Row[]>
}>

export type Entry = Readonly<{ organizationId: OrganizationId; personId: PersonId; readOnly?: true }>

const { builtins } = pg.types

/** bigint as BigInt, a plain date as text: the driver's defaults would lose cents and shift days. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === builtins.INT8) return BigInt
    if (oid === builtins.DATE) return (text: string) => text
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  },
}

/**
 * Opens the pool as the application role. Connections are pipelined: `begin`, the first statement and `commit` travel
 * without waiting for each other, which saves two round trips on every request.
 */
export const openDatabase = (config: pg.PoolConfig, onError: (error: Error) => void): Database => {
  const pool = new pg.Pool({
    max: 8,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'muster',
    ...config,
    types,
    pipeline: true,
  } as pg.PoolConfig)
  // One killed connection must not end the process: an 'error' event without a listener would.
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  return { pool, close: () => pool.end() }
}

/** Runs `work` in one transaction inside one organization. Whatever it throws rolls everything back. */
export const transaction = async <Result>(
  { pool }: Database,
  entry: Entry,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect()
  try {
    const entered = enter(client, entry)
    entered.catch(() => undefined) // the first statement of `work` fails with it and says so
    const result = await work(txOf(client, entry.organizationId))
    await entered
    const { command } = await client.query('commit')
    // After a failed statement PostgreSQL answers a commit with ROLLBACK and no error.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back by an error that nobody reported.')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

/** One message: begin, and tell row security who is asking. Both ids are checked UUIDs, so they need no quoting. */
const enter = (client: pg.PoolClient, { organizationId, personId, readOnly }: Entry) =>
  client.query(
    `begin${readOnly ? ' read only' : ''}; select set_config('app.organization_id', '${uuid(organizationId)}', true), ` +
      `set_config('app.person_id', '${uuid(personId)}', true)`,
  )

const uuid = (text: string): string => {
  if (!/^[0-9a-f-]{36}$/i.test(text)) throw new Error('An id that is no UUID reached the database layer.')
  return text
}

const txOf = (client: pg.PoolClient, organizationId: OrganizationId): Tx => {
  const kysely = kyselyOf(client)
  return {
    organizationId,
    // Each module names its own tables; the connection underneath is the same one.
    withTables: <Tables>() => kysely as unknown as Kysely<Tables>,
    named: async <Row extends pg.QueryResultRow>({ name, text }: Statement, values: readonly unknown[]) =>
      (await client.query<Row>({ name, text, values: [...values] })).rows,
  }
}

/** One Kysely per connection for as long as the connection lives; building one per request would cost more than it does. */
const kyselys = new WeakMap<pg.PoolClient, Kysely<unknown>>()

const kyselyOf = (client: pg.PoolClient): Kysely<unknown> => {
  const known = kyselys.get(client)
  if (known) return known
  const made = new Kysely<unknown>({ dialect: dialectOf(client) })
  kyselys.set(client, made)
  return made
}

const dialectOf = (client: pg.PoolClient): Dialect => {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery) => {
      const { rows, rowCount } = await client.query(sql, [...parameters])
      return { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) }
    },
    streamQuery: () => {
      throw new Error('Streaming goes by COPY, not by Kysely.')
    },
  }
  const nothing = async () => undefined
  const ownedByThePipeline = async () => {
    throw new Error('The pipeline owns the transaction.')
  }
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => ({
      init: nothing,
      acquireConnection: async () => connection,
      beginTransaction: ownedByThePipeline,
      commitTransaction: ownedByThePipeline,
      rollbackTransaction: ownedByThePipeline,
      releaseConnection: nothing,
      destroy: nothing,
    }),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

/** Turns the violation of a named constraint into the refusal it stands for: `.catch(refusing('four_eyes', ownInvoice))`. */
export const refusing =
  (constraint: string, refusal: () => Error) =>
  (error: unknown): never => {
    if (error instanceof pg.DatabaseError && error.constraint === constraint) throw refusal()
    throw error
  }
