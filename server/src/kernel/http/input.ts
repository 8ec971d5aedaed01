import type { Context } from 'hono'
import type { Endpoint } from '#kernel/endpoint.ts'
import { type FieldError, invalidInput, problem } from '#kernel/problem.ts'

export const notJson = problem('not-json', 415, 'Send the request as application/json.')
export const malformedJson = problem('malformed-json', 400, 'The request is not well-formed JSON.')
export const bodyTooLarge = problem('body-too-large', 413, 'The request is larger than 1 MB.')

const bodyMaxBytes = 1_000_000
const depthMax = 32

/** Everything the caller said, as one value: path parameters, then the query (GET) or the JSON body. */
export const inputOf = async (context: Context, { method, upload }: Endpoint): Promise<unknown> => {
  const said = method === 'GET' || upload ? queryOf(context.req.queries()) : await bodyOf(context)
  const path = context.req.param()
  const twice = Object.keys(path).filter((name) => Object.hasOwn(said, name))
  if (twice.length > 0)
    throw invalidInput({ errors: twice.map((name) => refusal(name, 'This is part of the address.')) })
  const input = { ...said, ...path }
  const errors = unstorable(input, '#', 0)
  if (errors.length > 0) throw invalidInput({ errors })
  return input
}

const queryOf = (queries: Record<string, string[]>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(queries).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )

const bodyOf = async (context: Context): Promise<Record<string, unknown>> => {
  const text = await textOf(context)
  if (text === '') return {}
  if (!/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) throw notJson()
  const body = parsed(text)
  if (body !== null && typeof body === 'object' && !Array.isArray(body)) return body as Record<string, unknown>
  throw invalidInput({ errors: [{ pointer: '#', detail: 'Send an object.' }] })
}

/** Nobody is read further than the length they state; whoever states none may never end, so they are counted as they come. */
const textOf = async ({ req }: Context): Promise<string> => {
  const stated = req.header('content-length')
  if (Number(stated ?? 0) > bodyMaxBytes) throw bodyTooLarge()
  return stated === undefined ? countedTextOf(req.raw) : req.text()
}

const countedTextOf = async ({ body }: Request): Promise<string> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > bodyMaxBytes) throw bodyTooLarge()
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw malformedJson()
  }
}

/** PostgreSQL stores neither the NUL character nor half a surrogate pair: say so here instead of failing there. */
const unstorable = (value: unknown, pointer: string, depth: number): readonly FieldError[] => {
  if (depth > depthMax) return [{ pointer, detail: 'This is nested too deeply.' }]
  if (typeof value === 'string') {
    return value.includes('\0') || !value.isWellFormed()
      ? [{ pointer, detail: 'This contains characters that cannot be stored.' }]
      : []
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, member]) => [
    ...unstorable(key, pointer, depth + 1),
    ...unstorable(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1),
  ])
}

const refusal = (name: string, detail: string): FieldError => ({ pointer: `#/${name}`, detail })
