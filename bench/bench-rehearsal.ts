import type pg from 'pg'
import type { Actor } from '#kernel/actor.ts'
import type { Handler } from '#kernel/command.ts'
import type { Runtime } from '#kernel/runtime.ts'

/** A statement as the product sent it, ready to be sent again by somebody else. */
export type Sent = Readonly<{ name: string; text: string; values: readonly unknown[] }>

type Rehearsed = Readonly<{ handler: Handler; actor: Actor; input: unknown }>

/**
 * Lets the product do an operation, rolls it back instead of committing it, and gives the statements among those it
 * sent that bear one of these names, with their values: nobody has to write the product's SQL a second time.
 */
export const rehearse = async (
  runtime: Runtime,
  { handler, actor, input }: Rehearsed,
  names: readonly string[],
): Promise<readonly Sent[]> => {
  const sent: Sent[] = []
  const db = { ...runtime.db, pool: listening(runtime.db.pool, (statement) => sent.push(statement)) }
  await handler.execute({ ...runtime, db, wake: () => undefined }, { actor, now: runtime.outside.now(), input })
  const wanted = sent.filter(({ name }) => names.includes(name))
  const missing = names.filter((name) => !wanted.some((statement) => statement.name === name))
  if (missing.length > 0) throw new Error(`${handler.endpoint.name} no longer sends ${missing.join(', ')}.`)
  return wanted
}

type Query = (statement: string | Sent, answered?: unknown) => Promise<unknown>

/** The pool as the pipeline uses it: connect, query, release. Everything goes through, but no commit. */
const listening = (pool: pg.Pool, hear: (sent: Sent) => void): pg.Pool => {
  const connect = async () => {
    const client = await pool.connect()
    const query: Query = async (statement, answered) => {
      if (typeof statement !== 'string')
        hear({ name: statement.name, text: statement.text, values: statement.values })
      if (statement !== 'commit') return client.query(statement as string, answered as [])
      await client.query('rollback')
      return { command: 'COMMIT' }
    }
    const { connection } = client as unknown as { connection: unknown }
    return { query, connection, release: (error?: Error) => client.release(error) }
  }
  // The pipeline uses nothing else of a pool, and a whole one would have to be a real one.
  return { connect } as unknown as pg.Pool
}
