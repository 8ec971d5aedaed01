import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSecrets, lastFour, Sealed } from './secrets.ts'

const random = (count: number) => new Uint8Array(randomBytes(count))
const secrets = createSecrets(Buffer.alloc(32, 7), random)
const place = { organizationId: 'northwind', table: 'payees', column: 'account', rowId: 'one' }

test('a sealed value opens nowhere but where it was sealed', () => {
  const sealed = secrets.seal(place, '000123456789')
  const elsewhere = [
    { ...place, organizationId: 'harbor' },
    { ...place, table: 'legal_entities' },
    { ...place, column: 'iban' },
    { ...place, rowId: 'two' },
  ]

  for (const other of elsewhere) expect(() => secrets.open(other, sealed)).toThrow()
  expect(secrets.open(place, sealed)).toBe('000123456789')
})

test('a sealed value does not open under another key, nor with any character changed', () => {
  const text = Sealed.textOf(secrets.seal(place, '123-45-6789'))
  const other = createSecrets(Buffer.alloc(32, 8), random)

  expect(() => other.open(place, new Sealed(text))).toThrow()
  for (let index = 3; index < text.length; index += 1) {
    const changed = `${text.slice(0, index)}${text[index] === 'A' ? 'B' : 'A'}${text.slice(index + 1)}`
    // The last character of base64url may hold bits that mean nothing; then the bytes are the same.
    if (Buffer.from(changed.slice(3), 'base64url').equals(Buffer.from(text.slice(3), 'base64url'))) continue
    expect(() => secrets.open(place, new Sealed(changed))).toThrow()
  }
})

test('a sealed value cannot be printed, serialized or logged by accident', () => {
  const sealed = secrets.seal(place, 'DE89370400440532013000')

  expect(() => JSON.stringify({ account: sealed })).toThrow('about to be serialized')
  expect(`${sealed} ${inspect({ sealed })}`).not.toContain('3704')
})

test('whatever is sealed comes back, and never looks the same twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (plain) => {
      const [first, second] = [secrets.seal(place, plain), secrets.seal(place, plain)]

      expect(secrets.open(place, first)).toBe(plain)
      expect(Sealed.textOf(first)).not.toBe(Sealed.textOf(second))
    }),
  )
})

test('a fingerprint finds an equal value in one organization and says nothing in another', () => {
  const here = secrets.fingerprint('northwind', 'bank account', '123')

  expect(secrets.fingerprint('northwind', 'bank account', '123')).toBe(here)
  expect(secrets.fingerprint('northwind', 'tax id', '123')).not.toBe(here)
  expect(secrets.fingerprint('harbor', 'bank account', '123')).not.toBe(here)
})

test('people see the last four of a number, without its dashes', () => {
  expect(lastFour('12-3456789')).toBe('6789')
  expect(lastFour('7')).toBe('7')
})
