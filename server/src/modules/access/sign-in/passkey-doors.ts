import { z } from 'zod'
import { completed } from './completed.ts'
import { door } from './door.ts'
import { forward } from './forward.ts'
import { tellOfChange } from './self.ts'

/** What the browser's authenticator says; its inside is checked by @simplewebauthn. */
const Ceremony = z.record(z.string().max(100), z.unknown())
const PasskeyName = z.string().trim().min(1, 'Give it a name.').max(80)

const registrationOptions = door({
  method: 'GET',
  path: '/passkey/generate-register-options',
  admits: 'fresh',
  input: z.strictObject({}),
  open: (house, visit) => forward(house, visit, { method: 'GET', path: '/passkey/generate-register-options' }),
})

const register = door({
  method: 'POST',
  path: '/passkey/verify-registration',
  admits: 'fresh',
  input: z.strictObject({ response: Ceremony, name: PasskeyName }),
  open: async (house, visit, body) => {
    const { cookies } = await forward(house, visit, { method: 'POST', path: '/passkey/verify-registration', body })
    await tellOfChange(house, visit, 'passkey-added')
    return { json: {}, cookies }
  },
})

const signInOptions = door({
  method: 'GET',
  path: '/passkey/generate-authenticate-options',
  admits: 'anybody',
  input: z.strictObject({}),
  // Asked as a stranger: which passkeys somebody has is not told before they have used one.
  open: (house, visit) =>
    forward(
      house,
      { ...visit, signedIn: undefined },
      { method: 'GET', path: '/passkey/generate-authenticate-options' },
    ),
})

/** Also how somebody who has a passkey confirms that it is them: by signing in again. */
const signIn = door({
  method: 'POST',
  path: '/passkey/verify-authentication',
  admits: 'anybody',
  input: z.strictObject({ response: Ceremony }),
  open: async (house, visit, body) =>
    completed(
      house,
      visit,
      await forward(house, visit, { method: 'POST', path: '/passkey/verify-authentication', body }),
    ),
})

const Passkeys = z.array(z.object({ id: z.string(), name: z.string().nullish(), createdAt: z.string().nullish() }))

const list = door({
  method: 'GET',
  path: '/passkey/list-user-passkeys',
  admits: 'signed-in',
  input: z.strictObject({}),
  open: async (house, visit) => {
    const { json, cookies } = await forward(house, visit, { method: 'GET', path: '/passkey/list-user-passkeys' })
    return { json: { items: Passkeys.parse(json.items) }, cookies }
  },
})

const rename = door({
  method: 'POST',
  path: '/passkey/update-passkey',
  admits: 'signed-in',
  input: z.strictObject({ id: z.uuid(), name: PasskeyName }),
  open: async (house, visit, body) => {
    const { cookies } = await forward(house, visit, { method: 'POST', path: '/passkey/update-passkey', body })
    await tellOfChange(house, visit, 'passkey-renamed')
    return { json: {}, cookies }
  },
})

const remove = door({
  method: 'POST',
  path: '/passkey/delete-passkey',
  admits: 'fresh',
  input: z.strictObject({ id: z.uuid() }),
  open: async (house, visit, body) => {
    const { cookies } = await forward(house, visit, { method: 'POST', path: '/passkey/delete-passkey', body })
    await tellOfChange(house, visit, 'passkey-removed')
    return { json: {}, cookies }
  },
})

export const passkeyDoors = [registrationOptions, register, signInOptions, signIn, list, rename, remove]
