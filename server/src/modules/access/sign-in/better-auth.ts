import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { APIError, createAuthEndpoint, sessionMiddleware } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { magicLink } from 'better-auth/plugins/magic-link'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { Kysely, PostgresDialect } from 'kysely'
import { id } from '#kernel/ids.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { passwordMinLength } from '#modules/access/contract.ts'
import { signInLinkSeconds } from '#modules/access/links/make-link.ts'
import { portalLimits } from '#modules/access/people/session.ts'
import { addressHeader, authBase } from './auth-base.ts'
import { cookiePrefix, signInSecret } from './session-cookie.ts'

const AuthRowId = id('AuthRowId')

export type SignInLinks = Readonly<{
  tokenFor: (email: string) => Promise<string>
  send: (email: string, token: string) => Promise<void>
}>

/** better-auth over our tables in the schema `auth`, with every door that we do not use shut. */
export const createAuth = (runtime: Runtime, links: SignInLinks) => {
  const { baseUrl, newId, secrets } = runtime.outside
  const secure = baseUrl.startsWith('https:')
  const { origin, hostname } = new URL(baseUrl)
  return betterAuth({
    appName: 'Muster',
    baseURL: origin,
    basePath: authBase,
    secret: signInSecret(secrets),
    trustedOrigins: [origin],
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool: runtime.db.pool }) }),
      type: 'postgres',
      schemaName: 'auth',
      transaction: true,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordMinLength,
      maxPasswordLength: 200,
    },
    ...tables,
    // The cookie outlives the session of the longest kind; who is staff is signed out much earlier by `session-
    // cache`.
    session: { ...tables.session, expiresIn: portalLimits.absoluteMs / 1000, disableSessionRefresh: true },
    verification: { ...tables.verification, storeIdentifier: 'hashed' },
    // Guesses are counted by the gate, by account and not only by address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: cookiePrefix(baseUrl),
      useSecureCookies: false, // would write `__Secure-`; the prefix above and `secure` below say more
      defaultCookieAttributes: { httpOnly: true, secure, sameSite: 'strict', path: '/' },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => newId(AuthRowId), validateSchema: false },
    },
    plugins: [
      secondFactor(),
      passkey({
        rpName: 'Muster',
        rpID: hostname,
        origin,
        schema: tables.passkey,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: {
          // It stands for both factors only when the device asked for a finger, a face or a PIN.
          afterVerification: ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
          },
        },
      }),
      magicLink({
        disableSignUp: true,
        expiresIn: signInLinkSeconds,
        storeToken: 'hashed',
        generateToken: links.tokenFor,
        sendMagicLink: ({ email, token }) => links.send(email, token),
      }),
      renewal(),
    ],
  })
}

/** A link by mail is one factor, as a password is: the library asks whoever has a second one for it after both. */
const secondFactor = () => {
  const plugin = twoFactor({ issuer: 'Muster', schema: tables.twoFactor })
  const after = plugin.hooks.after.map((hook) => ({
    ...hook,
    matcher: (context: Parameters<typeof hook.matcher>[0]) =>
      context.path === '/magic-link/verify' || hook.matcher(context),
  }))
  return { ...plugin, hooks: { after } }
}

/** After a confirmation: a new session for the old one, so that `created_at` is the time of the last proof. */
const renewal = () =>
  ({
    id: 'renewal',
    endpoints: {
      renewSession: createAuthEndpoint(
        '/renew-session',
        { method: 'POST', use: [sessionMiddleware] },
        async (context) => {
          const { session, user } = context.context.session
          const renewed = await context.context.internalAdapter.createSession(user.id)
          await setSessionCookie(context, { session: renewed, user })
          await context.context.internalAdapter.deleteSession(session.token)
          return context.json({ status: true })
        },
      ),
    },
  }) as const

const snakeCase = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name.replace(/[A-Z]+/g, (capitals) => `_${capitals.toLowerCase()}`)]))
const stamps = ['createdAt', 'updatedAt'] as const
const person = { userId: 'person_id' }

/** Our names for their tables and columns. */
const tables = {
  user: { modelName: 'people', fields: snakeCase('emailVerified', ...stamps) },
  session: {
    modelName: 'sessions',
    fields: { ...snakeCase('expiresAt', 'ipAddress', 'userAgent', ...stamps), ...person },
  },
  account: {
    modelName: 'accounts',
    fields: {
      ...snakeCase('accountId', 'providerId', 'accessToken', 'refreshToken', 'idToken', ...stamps),
      ...snakeCase('accessTokenExpiresAt', 'refreshTokenExpiresAt'),
      ...person,
    },
  },
  verification: { modelName: 'verifications', fields: snakeCase('expiresAt', ...stamps) },
  twoFactor: {
    user: { fields: snakeCase('twoFactorEnabled') },
    twoFactor: {
      modelName: 'two_factors',
      fields: { ...snakeCase('backupCodes', 'failedVerificationCount', 'lockedUntil'), ...person },
    },
  },
  passkey: {
    passkey: {
      modelName: 'passkeys',
      fields: { ...snakeCase('publicKey', 'credentialID', 'deviceType', 'backedUp', 'createdAt'), ...person },
    },
  },
}
