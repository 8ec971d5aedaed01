import { vi } from 'vitest'

export type Heard = Readonly<{ method: string; path: string; headers: Headers; body: unknown }>
type Reply = Readonly<{ status?: number; body: unknown; type?: string }>
type Answers = Readonly<Record<string, (heard: Heard) => Reply | Promise<Reply>>>

/**
 * Answers `fetch` the way the server does, by "METHOD /path" without the query. Gives back what was heard, in order. A
 * call that nobody expects fails the test.
 */
export const serve = (answers: Answers): readonly Heard[] => {
  const calls: Heard[] = []
  vi.stubGlobal('fetch', async (input: string | URL, init: RequestInit = {}) => {
    const url = new URL(String(input), 'http://muster.test')
    const method = init.method ?? 'GET'
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    const heard = { method, path: `${url.pathname}${url.search}`, headers: new Headers(init.headers), body }
    calls.push(heard)
    const answer = answers[`${method} ${url.pathname}`]
    if (!answer) throw new Error(`Nobody expected ${method} ${url.pathname}.`)
    const reply = await answer(heard)
    const status = reply.status ?? 200
    const type = reply.type ?? (status < 400 ? 'application/json' : 'application/problem+json')
    return new Response(JSON.stringify(reply.body), { status, headers: { 'content-type': type } })
  })
  return calls
}

export const refusal = (status: number, slug: string, title: string, extras: object = {}): Reply => ({
  status,
  body: { ...extras, type: `/problems/${slug}`, title, status },
})
