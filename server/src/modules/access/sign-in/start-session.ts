import type { Work } from '#kernel/command.ts'
import type { PersonId } from '#kernel/ids.ts'
import { SessionId } from '#modules/access/contract.ts'
import { portalLimits } from '#modules/access/people/session.ts'
import { insertSession } from '#modules/access/people/store.ts'
import { sessionCookieName, signed, signInSecret } from './session-cookie.ts'

type Begin = Pick<Work, 'tx' | 'now' | 'newId' | 'randomBytes' | 'secrets' | 'baseUrl'>

/**
 * A session without a sign-in, for the machine's own errands: tests, and measurements that would otherwise measure
 * the password hash. Answers the cookie to send.
 */
export const startSession = async (
  { tx, now, newId, randomBytes: random, secrets, baseUrl }: Begin,
  personId: PersonId,
): Promise<string> => {
  const token = Buffer.from(random(24)).toString('base64url')
  await insertSession(tx, {
    id: newId(SessionId),
    token,
    personId,
    address: '',
    userAgent: '',
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + portalLimits.absoluteMs),
  })
  return `${sessionCookieName(baseUrl)}=${signed(token, signInSecret(secrets))}`
}
