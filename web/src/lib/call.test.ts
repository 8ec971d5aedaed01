import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { Money, money } from '#kernel/money.ts'
import { refusal, serve } from '#web/test/server.ts'
import { call } from './call.ts'
import { ProblemError } from './problem.ts'

const pay = endpoint({
  name: 'payments.pay',
  method: 'POST',
  path: '/runs/:runId/payments/:number',
  summary: 'Pay',
  input: z.strictObject({ runId: z.string(), number: z.string(), amount: Money, note: z.string().optional() }),
  output: z.object({ paid: Money, at: Instant }),
})

const find = endpoint({
  name: 'payments.find',
  method: 'GET',
  path: '/payments',
  summary: 'Find',
  input: z.strictObject({ status: z.array(z.string()).optional(), search: z.string().optional(), limit: z.int() }),
  output: z.object({ items: z.array(z.string()) }),
})

const payment = { runId: 'run 1', number: '7/8', amount: money(125_000n, 'USD') }
const payPath = 'POST /api/v1/runs/run%201/payments/7%2F8'

const refusedBy = async (asked: Promise<unknown>): Promise<ProblemError> => {
  const thrown = await asked.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof ProblemError)) throw new Error('Nothing was refused.', { cause: thrown })
  return thrown
}

beforeEach(() => window.history.replaceState(null, '', '/northwind/payments'))

describe('a refusal becomes a problem the screen can show', () => {
  test('the server’s Problem keeps its slug, its sentence, its fields and what else it says', async () => {
    serve({
      [payPath]: () =>
        refusal(409, 'run-locked', 'This run is locked.', {
          errors: [{ pointer: '#/amount', detail: 'Too much.' }],
          lockedBy: 'Lee Okafor',
        }),
    })

    const problem = await refusedBy(call(pay, payment))

    expect(problem).toMatchObject({ slug: 'run-locked', status: 409, message: 'This run is locked.' })
    expect(problem.errors).toEqual([{ pointer: '#/amount', detail: 'Too much.' }])
    expect(problem.extras).toEqual({ lockedBy: 'Lee Okafor' })
  })

  test('a page of some proxy in between is no Problem and says so plainly', async () => {
    serve({ [payPath]: () => ({ status: 502, body: '<html>', type: 'text/html' }) })

    expect(await refusedBy(call(pay, payment))).toMatchObject({
      slug: 'unexpected-answer',
      message: 'The server answered with 502.',
    })
  })

  test('no connection is said as such', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')))

    expect(await refusedBy(call(pay, payment))).toMatchObject({ slug: 'unreachable', status: 0 })
  })

  test('what the contract refuses does not leave the browser, and names its fields', async () => {
    const calls = serve({})
    const strict = { ...pay, input: z.strictObject({ name: z.string().min(2, 'Write the name.') }) }

    const problem = await refusedBy(call(strict, { name: '' }))

    expect(problem.errors).toEqual([{ pointer: '#/name', detail: 'Write the name.' }])
    expect(calls).toEqual([])
  })

  test('a call that was given up is not a refusal', async () => {
    const given = new AbortController()
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('given up', 'AbortError')))
    given.abort()

    await expect(call(find, { limit: 5 }, { signal: given.signal })).rejects.toBeInstanceOf(DOMException)
  })
})

describe('a call says what the contract says', () => {
  test('parameters fill the path, the rest is the body, amounts travel as text', async () => {
    const calls = serve({
      [payPath]: () => ({
        body: { paid: { amount: '1250.00', currency: 'USD' }, at: '2026-11-22T09:00:00.000Z' },
      }),
    })

    const answer = await call(pay, payment, { key: 'k1' })

    expect(calls[0]).toMatchObject({ body: { amount: { amount: '1250.00', currency: 'USD' } } })
    expect(calls[0]?.headers.get('idempotency-key')).toBe('k1')
    expect(calls[0]?.headers.get('muster-organization')).toBe('northwind')
    expect(answer).toEqual({ paid: money(125_000n, 'USD'), at: new Date('2026-11-22T09:00:00Z') })
  })

  test('a question carries its input in the address, lists repeated, nothing for what is not asked', async () => {
    const calls = serve({ 'GET /api/v1/payments': () => ({ body: { items: [] } }) })

    await call(find, { status: ['sent', 'settled'], search: undefined, limit: 5 })

    expect(calls[0]?.path).toBe('/api/v1/payments?status=sent&status=settled&limit=5')
    expect(calls[0]?.headers.has('idempotency-key')).toBe(false)
  })

  test('a page of no organization names none', async () => {
    window.history.replaceState(null, '', '/sign-in')
    const calls = serve({ 'GET /api/v1/payments': () => ({ body: { items: [] } }) })

    await call(find, { limit: 5 })

    expect(calls[0]?.headers.has('muster-organization')).toBe(false)
  })
})
