import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Endpoint } from '#kernel/endpoint.ts'
import { isCommand } from '#kernel/endpoint.ts'
import { apiBase } from '#kernel/http/mount.ts'
import { inTurn } from './bench-in-turn.ts'
import type { Round } from './bench-statistics.ts'

export type Asked = Readonly<{ endpoint: Endpoint; input: Readonly<Record<string, unknown>>; headers: Headers }>
type Headers = Readonly<Record<string, string>>

export type Product = Readonly<{ port: number; cpu: () => Promise<() => Promise<number>> }>

/** Asks the server over real connections that stay open, each asking again when it was answered. */
export const askProduct = async (
  { port, cpu }: Product,
  asked: readonly Asked[],
  connections: number,
): Promise<Round> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const requests = asked.map(requestOf)
  const spent = await cpu()
  const { latenciesMs, tookMs } = await inTurn(requests, connections, (one) => send(one, { agent, port }))
  const cpuMs = await spent()
  agent.destroy()
  return { latenciesMs, tookMs, cpuMs }
}

type Request = Readonly<{ method: string; path: string; headers: Headers; body: string | undefined }>

const requestOf = ({ endpoint, input, headers }: Asked): Request => {
  const inPath = new Set([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name))
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])))
  const rest = Object.entries(input).filter(([name]) => !inPath.has(name))
  const { method } = endpoint
  if (!isCommand(endpoint)) return { method, path: `${apiBase}${path}?${queryOf(rest)}`, headers, body: undefined }
  const body = JSON.stringify(Object.fromEntries(rest))
  return { method, path: `${apiBase}${path}`, headers: { ...headers, 'content-type': 'application/json' }, body }
}

const queryOf = (input: readonly (readonly [string, unknown])[]): string =>
  new URLSearchParams(
    input.flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, String(one)]),
    ),
  ).toString()

type Line = Readonly<{ agent: Agent; port: number }>

const send = async ({ method, path, headers, body }: Request, { agent, port }: Line): Promise<void> => {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    request({ agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...length } }, resolve)
      .on('error', reject)
      .end(body)
  })
  const answer = await text(response)
  if (response.statusCode !== 200) throw new Error(`${method} ${path} was answered ${response.statusCode}: ${answer}`)
}
