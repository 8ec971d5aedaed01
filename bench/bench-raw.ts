import type pg from 'pg'
import { connect } from '#kernel/postgres/connect.ts'
import { inTurn } from './bench-in-turn.ts'
import { cpuBetween, readCpu } from './bench-processes.ts'
import type { Sent } from './bench-rehearsal.ts'
import type { Round } from './bench-statistics.ts'

type Raw = Readonly<{ app: pg.ClientConfig; organizationId: string }>

/**
 * The same statements with the same values, from a plain program on plain connections: named, so that they are planned
 * once; as the application's role, with the organization set once for each connection; pipelined like the product's.
 * Several statements of one operation are one transaction.
 */
export const askRaw = async (
  { app, organizationId }: Raw,
  operations: readonly (readonly Sent[])[],
  { connections, warmUp }: Readonly<{ connections: number; warmUp: readonly (readonly Sent[])[] }>,
): Promise<Round> => {
  const clients = await Promise.all(Array.from({ length: connections }, () => enter(app, organizationId)))
  const backends = clients.map(({ pid }) => pid)
  try {
    await inTurn(warmUp, connections, (one, at) => send(clients[at]?.client, one))
    const before = { own: process.cpuUsage(), theirs: readCpu(backends) }
    const { latenciesMs, tookMs } = await inTurn(operations, connections, (one, at) => send(clients[at]?.client, one))
    const { user, system } = process.cpuUsage(before.own)
    const cpuMs = (user + system) / 1_000 + cpuBetween(before.theirs, readCpu(backends))
    return { latenciesMs, tookMs, cpuMs }
  } finally {
    await Promise.all(clients.map(({ client }) => client.end()))
  }
}

const enter = async (app: pg.ClientConfig, organizationId: string) => {
  const plain = { ...app, application_name: 'muster bench', pipeline: true }
  const client = await connect(plain)
  await client.query(`select set_config('app.organization_id', $1, false)`, [organizationId])
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return { client, pid: rows[0]?.pid ?? 0 }
}

const send = async (client: pg.Client | undefined, statements: readonly Sent[]): Promise<void> => {
  if (!client) throw new Error('There are more workers than connections.')
  const texts = statements.length === 1 ? statements : ['begin', ...statements, 'commit']
  await Promise.all(texts.map((statement) => client.query(statement as pg.QueryConfig)))
}
