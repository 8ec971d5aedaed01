import { cookiePrefix, signed, unsigned } from './session-cookie.ts'

const yearSeconds = 365 * 24 * 60 * 60

export const deviceCookieName = (baseUrl: string): string => `${cookiePrefix(baseUrl)}.device`

/**
 * Left in a browser after a completed sign-in. It opens nothing; it only lets this browser's own wrong guesses be
 * counted apart from those of strangers, so that nobody can be locked out by somebody else's guessing.
 */
export const deviceCookie = (baseUrl: string, secret: string, device: Readonly<{ id: string; email: string }>) =>
  `${deviceCookieName(baseUrl)}=${signed(`${device.id}:${device.email}`, secret)}; Max-Age=${yearSeconds}; Path=/; ` +
  `HttpOnly; SameSite=Strict${baseUrl.startsWith('https:') ? '; Secure' : ''}`

/** The id of this device, if it was left for this e-mail address. */
export const deviceIdIn = (cookie: string | undefined, secret: string, email: string): string | undefined => {
  const text = cookie === undefined ? undefined : unsigned(cookie, secret)
  const colon = text?.indexOf(':') ?? -1
  return text !== undefined && colon > 0 && text.slice(colon + 1) === email ? text.slice(0, colon) : undefined
}
