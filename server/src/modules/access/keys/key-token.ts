import { createHash, timingSafeEqual } from 'node:crypto'
import { OrganizationId } from '#kernel/ids.ts'
import { KeyId } from '#modules/access/contract.ts'
import { bytesOf, uuidOf } from '#modules/access/links/link-token.ts'

/** A fixed beginning lets secret scanners recognise a key that was published by accident. */
const prefix = 'muster_'
const idBytes = 16
export const keySecretBytes = 32

export type KeyName = Readonly<{ organizationId: OrganizationId; keyId: KeyId }>

/**
 * `muster_` and base64url of organization id, key id and secret: the organization is known without a look across
 * all.
 */
export const keyTokenOf = ({ organizationId, keyId }: KeyName, secret: Uint8Array): string =>
  prefix + Buffer.concat([bytesOf(organizationId), bytesOf(keyId), secret]).toString('base64url')

export const keyOf = (token: string): KeyName | undefined => {
  if (!token.startsWith(prefix) || token.length !== prefix.length + 86) return undefined
  const bytes = Buffer.from(token.slice(prefix.length), 'base64url')
  if (bytes.length !== 2 * idBytes + keySecretBytes) return undefined
  const organizationId = OrganizationId.safeParse(uuidOf(bytes.subarray(0, idBytes)))
  const keyId = KeyId.safeParse(uuidOf(bytes.subarray(idBytes, 2 * idBytes)))
  return organizationId.success && keyId.success
    ? { organizationId: organizationId.data, keyId: keyId.data }
    : undefined
}

/** 256 random bits need no slow hash: there is no dictionary to try. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export const isKey = (token: string, hash: Buffer): boolean => timingSafeEqual(hashOf(token), hash)
