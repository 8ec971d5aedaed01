import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OrganizationId, uuidV7 } from '#kernel/ids.ts'
import { KeyId } from '#modules/access/contract.ts'
import { hashOf, isKey, keyOf, keySecretBytes, keyTokenOf } from './key-token.ts'

const uuid = () => uuidV7(new Date('2026-11-16T09:00:00Z'), new Uint8Array(randomBytes(10)))
const aKey = () => ({ organizationId: OrganizationId.parse(uuid()), keyId: KeyId.parse(uuid()) })

test('whatever does not look like a key names none', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), (text) => {
      expect(keyOf(text)).toBeUndefined()
      expect(keyOf(`muster_${text}`)).toBeUndefined()
    }),
  )
})

test('a key with another secret is not the key', () => {
  const name = aKey()
  const hash = hashOf(keyTokenOf(name, randomBytes(keySecretBytes)))

  expect(isKey(keyTokenOf(name, randomBytes(keySecretBytes)), hash)).toBe(false)
})

test('a key tells its organization and itself, and starts so that a scanner finds it in a public place', () => {
  const name = aKey()

  const token = keyTokenOf(name, randomBytes(keySecretBytes))

  expect(token).toMatch(/^muster_[\w-]{86}$/)
  expect(keyOf(token)).toEqual(name)
  expect(isKey(token, hashOf(token))).toBe(true)
})
