import type { Context } from 'hono'
import type { Endpoint } from '#kernel/endpoint.ts'
import { type FieldError, invalidInput, problem } from '#kernel/problem.ts'

export const notJson = problem('not-json', 415, 'Send the request as application/json.')
export const malformedJson = problem('malformed-json', 400, 'The request is not well-formed JSON.')
export const bodyTooLarge = problem('body-too-large', 413, 'The request is larger than is taken here.')

type Bounds = Readonly<{ maxBytes: number; maxValues: number }>

/** An invoice of 500 lines has 3,000 values. What a stranger has to say fits on a page. */
const ofMembers: Bounds = { maxBytes: 1_000_000, maxValues: 20_000 }
const ofStrangers: Bounds = { maxBytes: 64_000, maxValues: 500 }
const boundsOf = (endpoint: Endpoint): Bounds => (endpoint.public ? ofStrangers : ofMembers)

const depthMax = 32
/** One more than anybody is told of. */
const mostFaults = 51

/** Everything the caller said, as one value: path parameters, then the query (GET) or the JSON body. */
export const inputOf = async (context: Context, endpoint: Endpoint): Promise<unknown> => {
  const { method, upload } = endpoint
  const { maxBytes, maxValues } = boundsOf(endpoint)
  const said = method === 'GET' || upload ? queryOf(context.req.queries()) : await bodyOf(context, maxBytes)
  const path = context.req.param()
  const twice = Object.keys(path).filter((name) => Object.hasOwn(said, name))
  if (twice.length > 0)
    throw invalidInput({ errors: twice.map((name) => refusal(name, 'This is part of the address.')) })
  const input = { ...said, ...path }
  const errors = faultsIn(input, maxValues)
  if (errors.length > 0) throw invalidInput({ errors })
  return input
}

const queryOf = (queries: Record<string, string[]>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(queries).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )

const bodyOf = async (context: Context, maxBytes: number): Promise<Record<string, unknown>> => {
  const text = await textOf(context, maxBytes)
  if (text === '') return {}
  if (!/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) throw notJson()
  const body = parsed(text)
  if (body !== null && typeof body === 'object' && !Array.isArray(body)) return body as Record<string, unknown>
  throw invalidInput({ errors: [{ pointer: '#', detail: 'Send an object.' }] })
}

/** Nobody is read further than the length they state; whoever states none may never end, so they are counted as they come. */
const textOf = async ({ req }: Context, maxBytes: number): Promise<string> => {
  const stated = req.header('content-length')
  if (Number(stated ?? 0) > maxBytes) throw bodyTooLarge({ maxBytes })
  return stated === undefined ? countedTextOf(req.raw, maxBytes) : req.text()
}

const countedTextOf = async ({ body }: Request, maxBytes: number): Promise<string> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw bodyTooLarge({ maxBytes })
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

/**
 * PostgreSQL stores neither the NUL character nor half a surrogate pair: said here instead of failing there. What is said
 * is counted on the way, because everything behind this looks at each value, and answers about it.
 */
const faultsIn = (input: unknown, maxValues: number): readonly FieldError[] => {
  const faults: FieldError[] = []
  let values = 0
  const look = (value: unknown, pointer: string, depth: number): void => {
    values += 1
    if (values > maxValues) throw invalidInput({ errors: [{ pointer: '#', detail: 'This has too many values.' }] })
    if (faults.length >= mostFaults) return
    if (depth > depthMax) return void faults.push({ pointer, detail: 'This is nested too deeply.' })
    if (typeof value === 'string' && !isStorable(value))
      return void faults.push({ pointer, detail: 'This contains characters that cannot be stored.' })
    if (value === null || typeof value !== 'object') return
    for (const [key, member] of Object.entries(value)) {
      if (!isStorable(key)) faults.push({ pointer, detail: 'This contains characters that cannot be stored.' })
      look(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1)
    }
  }
  look(input, '#', 0)
  return faults
}

const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

const refusal = (name: string, detail: string): FieldError => ({ pointer: `#/${name}`, detail })
