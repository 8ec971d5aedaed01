import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Secrets } from '#kernel/secrets.ts'

/** Over https the browser itself holds a cookie to this host and to https (RFC 6265bis, `__Host-`). */
export const cookiePrefix = (baseUrl: string): string => (baseUrl.startsWith('https:') ? '__Host-muster' : 'muster')

export const sessionCookieName = (baseUrl: string): string => `${cookiePrefix(baseUrl)}.session_token`

/** What better-auth signs its cookies with. */
export const signInSecret = (secrets: Pick<Secrets, 'derive'>): string => secrets.derive('sign-in').toString('base64')

/** A cookie value as better-auth writes it: the text, a dot, and its HMAC-SHA-256 in base64. */
export const signed = (text: string, secret: string): string =>
  encodeURIComponent(`${text}.${createHmac('sha256', secret).update(text).digest('base64')}`)

const mostRemembered = 10_000

/** The same for whoever looks at the same cookies all day: a signature that held once is not computed again. */
export const createUnsigned = (secret: string): ((value: string) => string | undefined) => {
  const known = new Map<string, string>()
  return (value) => {
    const text = known.get(value) ?? unsigned(value, secret)
    if (text === undefined) return undefined
    if (known.size >= mostRemembered) known.clear()
    known.set(value, text)
    return text
  }
}

/**
 * The text of a signed cookie, or undefined when it is not letter for letter what we wrote. Base64 and percent signs
 * have many spellings of the same bytes: a browser sends back the one it was given.
 */
export const unsigned = (value: string, secret: string): string | undefined => {
  const plain = decoded(value)
  const dot = plain?.lastIndexOf('.') ?? -1
  if (plain === undefined || dot < 1) return undefined
  const text = plain.slice(0, dot)
  const given = Buffer.from(value)
  const expected = Buffer.from(signed(text, secret))
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : undefined
}

const decoded = (value: string): string | undefined => {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}

export const cookieIn = (headers: Headers, name: string): string | undefined =>
  headers
    .get('cookie')
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
