import { z } from 'zod'

/** Declares a branded UUID: `InvoiceId` and `ContractorId` are both strings, but neither fits where the other is asked for. */
export const id = <Name extends string>(_name: Name) => z.uuid().brand<Name>()

export const OrganizationId = id('OrganizationId')
export type OrganizationId = z.output<typeof OrganizationId>

/** A natural person who signs in. One person may belong to several organizations; segregation of duties counts persons. */
export const PersonId = id('PersonId')
export type PersonId = z.output<typeof PersonId>

export type AnyId = z.core.$ZodBranded<z.ZodUUID, string>

/**
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then random bits, so that ids sort by the time they were made
 * and index pages fill in order. Time and randomness come from the caller.
 */
export const uuidV7 = (now: Date, random: Uint8Array): string => {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(now.getTime()) << 16n)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
