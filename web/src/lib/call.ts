import { z } from 'zod'
import { type Endpoint, isCommand } from '#kernel/endpoint.ts'
import { newKey } from '#web/lib/newKey.ts'
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
  const text = await response.text()
  const body: unknown = text === '' ? null : JSON.parse(text)
  // The contract vouches that what the server encoded is what the schema reads.
  return z.decode(endpoint.output, body as z.input<O>)
}
