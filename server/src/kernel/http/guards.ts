import type { MiddlewareHandler } from 'hono'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { crossSite } from '#kernel/problem.ts'

/** What every response carries, errors and static files too. */
export const headers = (secure: boolean): readonly MiddlewareHandler[] => [
  requestId(),
  secureHeaders({
    // A file that people have uploaded says stricter things of itself than a page does, and must be left to.
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      // Mantine sets its variables through style attributes and elements.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
  }),
]

/**
 * A browser tells where a request comes from; one that another site caused is refused before anything is read. What
 * counts is the address Muster was given (MUSTER_URL): the host that a request names is whatever its sender likes.
 * Callers that are no browsers send neither header and carry a key instead of a cookie.
 */
export const sameSiteOnly = (baseUrl: string): MiddlewareHandler => {
  const own = new URL(baseUrl).origin
  return async ({ req }, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      const site = req.header('sec-fetch-site')
      const origin = req.header('origin')
      const isElsewhere = site !== undefined && site !== '' && site !== 'same-origin' && site !== 'none'
      if (isElsewhere || (origin !== undefined && origin !== '' && origin !== own)) throw crossSite({ address: own })
    }
    await next()
  }
}
