import { z } from 'zod'
import { type Endpoint, isCommand } from '#kernel/endpoint.ts'
import { newKey } from '#web/lib/newKey.ts'
import { ProblemError } from '#web/lib/problem.ts'
import { requestOf, send, wireOf } from '#web/lib/request.ts'

export type CallOptions = Readonly<{
  /** One per intention: the same key for every try of the same thing. */
  key?: string
  signal?: AbortSignal
  /** Another organization than the one whose page is open. */
  organization?: string
}>

/**
 * Asks or orders what an endpoint value describes. Amounts, dates and ids go out and come back in their inner form;
 * a refusal is thrown as a `ProblemError`.
 */
export const call = async <I extends z.ZodType, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  input: z.output<I>,
  { key, signal, organization }: CallOptions = {},
): Promise<z.output<O>> => {
  const response = await send(requestOf(endpoint, wireOf(endpoint, input), organization), {
    method: endpoint.method,
    headers: isCommand(endpoint) ? { 'idempotency-key': key ?? newKey() } : {},
    ...(signal ? { signal } : {}),
  })
  return answerOf(endpoint, await response.text())
}

/** Reads an answer by its contract. After an upgrade an open page may be older than the server it talks to. */
export const answerOf = <O extends z.ZodType>(endpoint: Endpoint<z.ZodType, O>, text: string): z.output<O> => {
  const body: unknown = text === '' ? null : parsed(text)
  // What is not of this shape is refused by the schema itself.
  const answer = z.safeDecode(endpoint.output, body as z.input<O>)
  if (answer.success) return answer.data
  console.error(`${endpoint.name} answered unlike its contract.\n${z.prettifyError(answer.error)}`)
  throw new ProblemError({
    slug: 'unexpected-answer',
    status: 0,
    title: 'The server answered something this page does not understand. Load the page again.',
  })
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
