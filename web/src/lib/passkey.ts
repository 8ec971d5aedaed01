import { askDoor } from '#web/lib/askDoor.ts'
import { ProblemError } from '#web/lib/problem.ts'

/** Passkeys need https, or a page served from this very machine. */
export const hasPasskeys = (): boolean =>
  window.isSecureContext && typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function'

/** Signs in with a passkey; for somebody signed in, this is also how they confirm that it is them. */
export const signInByPasskey = async (): Promise<void> => {
  // The options come from our own server in the shape that WebAuthn level 3 gives them.
  const options = (await askDoor(
    '/passkey/generate-authenticate-options',
  )) as unknown as PublicKeyCredentialRequestOptionsJSON
  const credential = await navigator.credentials
    .get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
    .catch(() => null)
  if (!(credential instanceof PublicKeyCredential)) throw noPasskey()
  await askDoor('/passkey/verify-authentication', { response: credential.toJSON() })
}

/** Has this device, or one that is near, keep a new passkey; the name is for the list. */
export const addPasskey = async (name: string): Promise<void> => {
  const options = (await askDoor(
    '/passkey/generate-register-options',
  )) as unknown as PublicKeyCredentialCreationOptionsJSON
  const credential = await navigator.credentials
    .create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    .catch(() => null)
  if (!(credential instanceof PublicKeyCredential)) throw noPasskeyAdded()
  await askDoor('/passkey/verify-registration', { response: credential.toJSON(), name })
}

const noPasskeyAdded = (): ProblemError =>
  new ProblemError({
    slug: 'no-passkey',
    status: 0,
    title: 'No passkey was added. The device may hold one for this address already.',
  })

/** The device asks by itself and tells us neither why nor whether it was the person who said no. */
const noPasskey = (): ProblemError =>
  new ProblemError({ slug: 'no-passkey', status: 0, title: 'No passkey was used. Try again, or use another way.' })
