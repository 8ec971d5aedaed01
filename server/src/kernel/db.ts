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
  /**
   * Sends a statement whose answer nobody waits for before the commit. If it fails, nothing is kept, and that is told:
   * by `otherwise`, where the failure stands for a refusal.
   */
  lastly: (statement: Statement, values: readonly unknown[], otherwise?: (error: unknown) => never) => void
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
 * Opens the pool as the application role. Connections are pipelined: what is sent in one turn of the event loop travels
 * together, without waiting for answers in between.
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
  pool.on('connect', (client) => {
    client.on('error', onError)
    // Known to the connection before anybody uses it, because every question sends it along without looking.
    client.query({ ...enterToRead, values: [null, null] }).catch(onError)
  })
  return { pool, close: () => pool.end() }
}

/** Runs `work` in one transaction inside one organization. Whatever it throws rolls everything back. */
export const transaction = async <Result>(
  { pool }: Database,
  entry: Entry,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect()
  return entry.readOnly ? reading(client, entry, work) : writing(client, entry, work)
}

const writing = async <Result>(client: pg.PoolClient, entry: Entry, work: (tx: Tx) => Promise<Result>) => {
  const behind: Promise<unknown>[] = []
  try {
    together(client)
    const entered = Promise.all([client.query('begin'), client.query({ ...enter, values: idsOf(entry) })])
    entered.catch(() => undefined) // the first statement of `work` fails with it and says so
    const result = await work(txOf(client, entry, behind))
    const committed = client.query('commit')
    committed.catch(() => undefined)
    await Promise.all([entered, ...behind])
    // After a failed statement PostgreSQL answers a commit with ROLLBACK and no error.
    if ((await committed).command !== 'COMMIT')
      throw new Error('The transaction was rolled back by an error that nobody reported.')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw await causeOf(error, behind)
  }
}

const isAborted = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '25P02'

/** After a statement that nobody waited for has failed, the next one says only that the transaction is aborted. */
const causeOf = async (error: unknown, behind: readonly Promise<unknown>[]): Promise<unknown> => {
  if (!isAborted(error)) return error
  const reasons = (await Promise.allSettled(behind)).flatMap((each) =>
    each.status === 'rejected' ? [each.reason] : [],
  )
  return reasons.find((reason) => !isAborted(reason)) ?? error
}

/**
 * To look needs no `begin` and no `commit`: each statement brings its own read-only transaction along, in one message. It
 * sees what was committed when it began, as each statement of a transaction of PostgreSQL's usual kind does anyway.
 */
const reading = async <Result>(client: pg.PoolClient, entry: Entry, work: (tx: Tx) => Promise<Result>) => {
  try {
    return await work(txOf(client, entry, []))
  } finally {
    client.release()
  }
}

const enter: Statement = {
  name: 'kernel.enter',
  text: `select set_config('app.organization_id', $1, true), set_config('app.person_id', $2, true)`,
}
const enterToRead: Statement = {
  name: 'kernel.enter-to-read',
  text: `select set_config('app.organization_id', $1, true), set_config('app.person_id', $2, true),
    set_config('transaction_read_only', 'on', true)`,
}

const idsOf = ({ organizationId, personId }: Entry): [string, string] => [uuid(organizationId), uuid(personId)]

const uuid = (text: string): string => {
  if (!/^[0-9a-f-]{36}$/i.test(text)) throw new Error('An id that is no UUID reached the database layer.')
  return text
}

/** What the driver has but its types leave out: the socket, and what a query does on the wire. */
type Wire = Readonly<{
  stream: Readonly<{ cork: () => void; uncork: () => void }>
  bind: (statement: Readonly<{ portal: string; statement: string; values: readonly string[] }>) => void
  execute: (portal: Readonly<{ portal: string; rows: number }>) => void
}>
type Answered = (error: Error | null, result: pg.QueryResult) => void
type WireQuery = pg.Submittable & {
  prepare(wire: Wire): void
  handleDataRow(row: unknown): void
  handleCommandComplete(done: unknown, wire: Wire): void
}
const PlainQuery = pg.Query as unknown as new (config: pg.QueryConfig) => WireQuery

/**
 * A statement with the two settings of row security before it. Until the one Sync that ends the message all of it is
 * one transaction (PostgreSQL, "Extended Query", pipelining), and with it the settings are gone again.
 */
class EnteredQuery extends PlainQuery {
  readonly #ids: [string, string]
  #hasEntered = false

  constructor(config: pg.QueryConfig, ids: [string, string]) {
    super({ ...config, queryMode: 'extended' } as pg.QueryConfig)
    this.#ids = ids
  }

  override prepare(wire: Wire): void {
    wire.bind({ portal: '', statement: enterToRead.name, values: this.#ids })
    wire.execute({ portal: '', rows: 0 })
    super.prepare(wire)
  }

  /** The first row and the first end are those of the settings. */
  override handleDataRow(row: unknown): void {
    if (this.#hasEntered) super.handleDataRow(row)
  }

  override handleCommandComplete(done: unknown, wire: Wire): void {
    if (this.#hasEntered) super.handleCommandComplete(done, wire)
    this.#hasEntered = true
  }
}

/** Whatever is written until this turn of the event loop ends leaves in one piece. */
const together = (client: pg.PoolClient): void => {
  const { stream } = (client as unknown as { connection: Wire }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

type Send = <Row extends pg.QueryResultRow>(statement: pg.QueryConfig) => Promise<pg.QueryResult<Row>>

const sendAs =
  (client: pg.PoolClient, entry: Entry): Send =>
  (statement) => {
    if (!entry.readOnly) return client.query(statement)
    const { promise, resolve, reject } = Promise.withResolvers<pg.QueryResult>()
    const answered: Answered = (error, result) => {
      if (!error) return resolve(result)
      // Where the answer was read is no help; who asked is.
      Error.captureStackTrace(error)
      reject(error)
    }
    const query = client.query as unknown as (query: WireQuery, answered: Answered) => void
    query.call(client, new EnteredQuery(statement, idsOf(entry)), answered)
    return promise
  }

const txOf = (client: pg.PoolClient, entry: Entry, behind: Promise<unknown>[]): Tx => {
  const send = sendAs(client, entry)
  let kysely: Kysely<unknown> | undefined
  return {
    organizationId: entry.organizationId,
    withTables: <Tables>() => {
      kysely ??= entry.readOnly ? new Kysely({ dialect: dialectOf(send) }) : kyselyOf(client)
      // Each module names its own tables; the connection underneath is the same one.
      return kysely as unknown as Kysely<Tables>
    },
    named: async <Row extends pg.QueryResultRow>({ name, text }: Statement, values: readonly unknown[]) =>
      (await send<Row>({ name, text, values: [...values] })).rows,
    lastly: ({ name, text }, values, otherwise = rethrow) => {
      together(client)
      const sent = send({ name, text, values: [...values] }).catch(otherwise)
      sent.catch(() => undefined) // told together with the commit
      behind.push(sent)
    },
  }
}

const rethrow = (error: unknown): never => {
  throw error
}

/** The answers to two statements that were sent together. When the first fails, so does the second, and only the first is told. */
export const bothOf = async <First, Second>(
  first: Promise<First>,
  second: Promise<Second>,
): Promise<readonly [First, Second]> => {
  second.catch(() => undefined)
  return [await first, await second]
}

/** One Kysely per connection for as long as the connection lives; building one per request would cost more than it does. */
const kyselys = new WeakMap<pg.PoolClient, Kysely<unknown>>()

const kyselyOf = (client: pg.PoolClient): Kysely<unknown> => {
  const known = kyselys.get(client)
  if (known) return known
  const made = new Kysely<unknown>({ dialect: dialectOf((statement) => client.query(statement)) })
  kyselys.set(client, made)
  return made
}

const dialectOf = (send: Send): Dialect => {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery) => {
      const { rows, rowCount } = await send<pg.QueryResultRow>({ text: sql, values: [...parameters] })
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
