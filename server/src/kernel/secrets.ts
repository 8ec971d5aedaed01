import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import { inspect } from 'node:util'

/** Where a sealed value lives. It opens nowhere else: a value copied to another row, column or organization is refused. */
export type Place = Readonly<{ organizationId: string; table: string; column: string; rowId: string }>

/**
 * A protected value (tax id, bank number, birth date) as it lies in the database. It can't be printed, compared or
 * serialized by accident; `secrets.open` is the only way in.
 */
export class Sealed {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** The ciphertext, for `store.ts`. */
  static textOf(sealed: Sealed): string {
    return sealed.#text
  }

  toJSON(): never {
    throw new Error('A sealed value was about to be serialized.')
  }

  toString(): string {
    return '[sealed]'
  }

  [inspect.custom](): string {
    return '[sealed]'
  }
}

export type Secrets = Readonly<{
  seal: (place: Place, plain: string) => Sealed
  open: (place: Place, sealed: Sealed) => string
  /** A keyed fingerprint for finding equal values without opening any. Differs between organizations and purposes. */
  fingerprint: (organizationId: string, purpose: string, value: string) => string
  /** A key for one purpose, such as signing links. */
  derive: (purpose: string) => Buffer
}>

const version = 'v1'
const ivBytes = 12
const tagBytes = 16

/** AES-256-GCM under a key per organization, derived from the install's key by HKDF-SHA-256. */
export const createSecrets = (masterKey: Buffer, randomBytes: (count: number) => Uint8Array): Secrets => {
  if (masterKey.length < 32) throw new Error('The key file must hold at least 32 bytes.')
  const derive = remembering((purpose) => Buffer.from(hkdfSync('sha256', masterKey, '', purpose, 32)))
  const fieldKey = (organizationId: string) => derive(`fields ${organizationId}`)

  return {
    derive,
    seal: (place, plain) => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', fieldKey(place.organizationId), iv).setAAD(boundTo(place))
      const sealed = Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return new Sealed(`${version}.${sealed.toString('base64url')}`)
    },
    open: (place, sealed) => {
      const [kind, text] = Sealed.textOf(sealed).split('.')
      const bytes = Buffer.from(text ?? '', 'base64url')
      if (kind !== version || bytes.length < ivBytes + tagBytes) throw new Error('A sealed value is damaged.')
      const decipher = createDecipheriv('aes-256-gcm', fieldKey(place.organizationId), bytes.subarray(0, ivBytes))
        .setAAD(boundTo(place))
        .setAuthTag(bytes.subarray(-tagBytes))
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]).toString('utf8')
    },
    fingerprint: (organizationId, purpose, value) =>
      createHmac('sha256', derive(`fingerprints ${organizationId} ${purpose}`))
        .update(value)
        .digest('base64url'),
  }
}

/** More purposes and organizations than are busy at once. */
const mostKeys = 1_000

/** Deriving a key costs more than what it is then used for, and the same few are wanted all day. */
const remembering = (derive: (purpose: string) => Buffer) => {
  const known = new Map<string, Buffer>()
  return (purpose: string): Buffer => {
    const key = known.get(purpose) ?? derive(purpose)
    if (known.size >= mostKeys) known.clear()
    known.set(purpose, key)
    // A copy: whoever wrote into theirs would change everybody's.
    return Buffer.from(key)
  }
}

const boundTo = ({ organizationId, table, column, rowId }: Place): Buffer =>
  Buffer.from([version, organizationId, table, column, rowId].join('|'))

/** What people see of a protected value: its last four. */
export const lastFour = (plain: string): string => plain.replace(/[^0-9A-Za-z]/g, '').slice(-4)
