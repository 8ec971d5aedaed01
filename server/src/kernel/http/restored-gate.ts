import type { MiddlewareHandler } from 'hono'
import type { Restored } from '#kernel/install/places.ts'
import { problem } from '#kernel/problem.ts'

export const restoredMode = problem(
  'restored-mode',
  503,
  'This may be a copy of an earlier state. Nothing is changed, sent or paid, and nobody can sign in, until the operator has looked and lifted it.',
)

/** In restored mode nobody gets past here: what a session, a key or a link could do in the copy, they may no longer do. */
export const restoredGate =
  (restored: () => Restored | undefined): MiddlewareHandler =>
  async (_, next) => {
    const found = restored()
    if (found === undefined) return next()
    const told = restoredMode({ since: found.since.toISOString(), reason: found.reason })
    return new Response(JSON.stringify(told.toJSON()), {
      status: told.status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    })
  }
