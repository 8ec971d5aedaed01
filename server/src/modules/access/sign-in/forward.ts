import { type Problem, unauthenticated } from '#kernel/problem.ts'
import {
  linkEnded,
  passkeyRefused,
  signInAgain,
  signInRefused,
  tooManyGuesses,
  wrongProof,
  wrongSignIn,
} from '#modules/access/problems.ts'
import { addressHeader, authBase } from './auth-base.ts'
import type { House, Reply, Visit } from './door.ts'
import { sessionCookieName } from './session-cookie.ts'

type Inner = Readonly<{ method: 'GET' | 'POST'; path: string; body?: Readonly<Record<string, unknown>> }>

/** Asks better-auth. It hears only what we say: our own address for the client, our origin, the cookies, the body. */
export const forward = async (
  { runtime, auth }: House,
  visit: Visit,
  { method, path, body }: Inner,
): Promise<Reply> => {
  const { origin } = new URL(runtime.outside.baseUrl)
  const headers = new Headers({
    origin,
    [addressHeader]: visit.address,
    'user-agent': visit.headers.get('user-agent')?.slice(0, 300) ?? '',
    cookie: cookiesFor(visit, sessionCookieName(runtime.outside.baseUrl)),
    ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
  })
  const response = await (await auth()).handler(
    new Request(`${origin}${authBase}${path}`, {
      method,
      headers,
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    }),
  )
  const text = await response.text()
  if (!response.ok) throw refusalOf(response.status, text)
  return { json: recordOf(text), cookies: response.headers.getSetCookie() }
}

/** A session that we hold to be over is over, whatever better-auth still believes, and however the name is written. */
const cookiesFor = ({ headers, signedIn }: Visit, sessionCookie: string): string =>
  (headers.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => signedIn !== undefined || pair.split('=')[0]?.trim() !== sessionCookie)
    .join('; ')

/** A list is answered as `items`, as everywhere else. */
const recordOf = (text: string): Readonly<Record<string, unknown>> => {
  const json: unknown = text === '' ? {} : JSON.parse(text)
  if (Array.isArray(json)) return { items: json }
  return json !== null && typeof json === 'object' ? { ...json } : {}
}

const problemByCode: Readonly<Record<string, () => Problem>> = {
  INVALID_EMAIL_OR_PASSWORD: wrongSignIn,
  INVALID_PASSWORD: wrongProof,
  INVALID_CODE: wrongProof,
  INVALID_BACKUP_CODE: wrongProof,
  INVALID_TWO_FACTOR_COOKIE: signInAgain,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: signInAgain,
  ACCOUNT_TEMPORARILY_LOCKED: tooManyGuesses,
  CHALLENGE_NOT_FOUND: passkeyRefused,
  PASSKEY_NOT_FOUND: passkeyRefused,
  AUTHENTICATION_FAILED: passkeyRefused,
  FAILED_TO_VERIFY_REGISTRATION: passkeyRefused,
}

const refusalOf = (status: number, text: string): Problem => {
  // A link that has ended is answered with a redirect to an error page that we do not have.
  if (status >= 300 && status < 400) return linkEnded()
  const code = /"code":"([A-Z0-9_]+)"/.exec(text)?.[1] ?? ''
  const known = Object.hasOwn(problemByCode, code) ? problemByCode[code] : undefined
  if (known) return known()
  if (status >= 500) throw new Error(`better-auth answered ${status}: ${text.slice(0, 200)}`)
  return status === 401 ? unauthenticated() : signInRefused({ reason: code })
}
