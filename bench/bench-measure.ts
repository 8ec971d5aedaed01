import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { handlers } from '#server/app.ts'
import type { Operation } from './bench-operations.ts'
import { cpuBetween, descendantsOf, readCpu } from './bench-processes.ts'
import { type Asked, askProduct } from './bench-product.ts'
import { askRaw } from './bench-raw.ts'
import { rehearse, type Sent } from './bench-rehearsal.ts'
import type { Scene } from './bench-scene.ts'
import { type Compared, compare, type Pair, summaryOf } from './bench-statistics.ts'

export type Effort = Readonly<{ rounds: number; warmUp: number; reads: Counts; writes: Counts }>
/** How many operations of a kind are done at once, and how many altogether in a round. */
type Counts = Readonly<Record<Connections, number>>
export const connectionCounts = [1, 16] as const
export type Connections = (typeof connectionCounts)[number]

export type Result = Readonly<{ operation: Operation; byConnections: Readonly<Record<Connections, Compared>> }>

export type Bench = Readonly<{
  scene: Scene
  app: pg.ClientConfig
  server: Readonly<{ pid: number; port: number }>
  effort: Effort
}>

/** One operation through the product and raw, by turns. */
export const measure = async (bench: Bench, operation: Operation): Promise<Result> => {
  const { rounds, warmUp, reads, writes } = bench.effort
  const counts = operation.writes ? writes : reads
  const each = connectionCounts.map((connections) => counts[connections] + warmUp).reduce((sum, one) => sum + one, 0)
  const asked = await askedOf(bench.scene, operation, each * rounds * 2)
  const take = (count: number) => asked.splice(0, count)

  const pairs: Record<Connections, Pair[]> = { 1: [], 16: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const connections of connectionCounts) {
      const raw = async () => {
        const warm = await statementsOf(bench.scene, operation, take(warmUp))
        const rest = await statementsOf(bench.scene, operation, take(counts[connections]))
        const { organizationId } = bench.scene
        return askRaw({ app: bench.app, organizationId }, rest, { connections, warmUp: warm })
      }
      const product = async () => {
        const line = { port: bench.server.port, cpu: () => spentBy(bench) }
        await askProduct(line, take(warmUp), connections)
        return askProduct(line, take(counts[connections]), connections)
      }
      pairs[connections].push({ raw: summaryOf(await raw()), product: summaryOf(await product()) })
    }
  }
  return { operation, byConnections: { 1: compare(pairs[1]), 16: compare(pairs[16]) } }
}

/** The server, whatever it started, and the PostgreSQL processes that serve its connections. */
const spentBy = async ({ scene, server }: Bench): Promise<() => Promise<number>> => {
  const read = async () => {
    const backends = await scene.sql(`select pid from pg_stat_activity where application_name = 'muster'`)
    const started = descendantsOf(server.pid).map(({ pid }) => pid)
    return readCpu([server.pid, ...started, ...backends.map(({ pid }) => Number(pid))])
  }
  const before = await read()
  return async () => cpuBetween(before, await read())
}

const askedOf = async (scene: Scene, operation: Operation, count: number): Promise<Asked[]> => {
  const { endpoint } = operation
  const { headers } = operation.who(scene)
  const inputs = await operation.inputs(scene, count)
  // Whoever writes says so under a key, as the product's own clients do.
  const key = () => (operation.writes ? { 'idempotency-key': randomUUID() } : {})
  return inputs.map((input) => ({ endpoint, input, headers: { ...headers, ...key() } }))
}

const statementsOf = async (scene: Scene, operation: Operation, asked: readonly Asked[]) => {
  const handler = handlers.find(({ endpoint }) => endpoint.name === operation.endpoint.name)
  if (!handler) throw new Error(`The server does not serve ${operation.endpoint.name}.`)
  const { actor } = operation.who(scene)
  const known = new Map<string, readonly Sent[]>()
  const sent: (readonly Sent[])[] = []
  for (const { input } of asked) {
    const key = JSON.stringify(input)
    const statements =
      known.get(key) ?? (await rehearse(scene.runtime, { handler, actor, input }, operation.statements))
    known.set(key, statements)
    sent.push(statements)
  }
  return sent
}
