import fc from 'fast-check'
import { expect, test } from 'vitest'
import { id, OrganizationId, uuidV7 } from './ids.ts'

const InvoiceId = id('InvoiceId')
const bytes = fc.uint8Array({ minLength: 10, maxLength: 16 })
const instant = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })

test.each(['', '1', 'not-an-id', '00000000-0000-0000-0000-00000000000g', "'; drop table invoices; --"])(
  '%j is no id',
  (text) => {
    expect(InvoiceId.safeParse(text).success).toBe(false)
    expect(OrganizationId.safeParse(text).success).toBe(false)
  },
)

test('an id is a UUID of version 7, whatever the time and the randomness', () => {
  fc.assert(
    fc.property(instant, bytes, (now, random) => {
      const made = uuidV7(now, random)
      expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(InvoiceId.parse(made)).toBe(made)
      expect(Number.parseInt(made.replaceAll('-', '').slice(0, 12), 16)).toBe(now.getTime())
    }),
  )
})

test('a later id sorts after an earlier one', () => {
  fc.assert(
    fc.property(instant, instant, bytes, (one, other, random) => {
      fc.pre(one.getTime() < other.getTime())
      expect(uuidV7(one, random) < uuidV7(other, random)).toBe(true)
    }),
  )
})

test('all 74 random bits are kept', () => {
  const now = new Date(0)

  expect(uuidV7(now, new Uint8Array(10))).toBe('00000000-0000-7000-8000-000000000000')
  expect(uuidV7(now, new Uint8Array(10).fill(255))).toBe('00000000-0000-7fff-bfff-ffffffffffff')
})
