import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { line } from '#kernel/text.ts'

export const signingRoles = ['contractor', 'organization'] as const
export const SigningRole = z.enum(signingRoles)
export type SigningRole = z.output<typeof SigningRole>

/** Of a drawing, decoded. */
export const maxDrawingBytes = 200_000

/** A signature as it was made: a name that was typed, or lines that were drawn (a PNG as data URL). */
export const SignatureMark = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('typed'), text: line(120).min(2, 'Type your full name.') }),
  z.strictObject({
    kind: z.literal('drawn'),
    image: z
      .string()
      .max(270_000, 'Keep the drawing under 200 kB.')
      .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+=*$/, 'Send the drawing as a PNG.'),
  }),
])
export type SignatureMark = z.output<typeof SignatureMark>

/** What a person has to say to sign: that they want to, as whom, and what exactly. */
export const SignatureGiven = {
  contentHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'Send the hash of the text that was shown.')
    .describe('Of the text as it was shown'),
  consents: z.literal(true, 'Agree to sign electronically, or ask for paper.'),
  consentVersion: z.string().max(20).describe('Of the consent that was shown'),
  name: line(120).min(2, 'Write your full name.'),
  signature: SignatureMark,
}
export type SignatureGiven = z.output<z.ZodObject<typeof SignatureGiven>>

export const ConsentView = z.object({ version: z.string(), text: z.string() })
export type ConsentView = z.output<typeof ConsentView>

export const SignatureView = z.object({
  role: SigningRole,
  name: z.string(),
  capacity: z.string(),
  signedAt: Instant,
})
export type SignatureView = z.output<typeof SignatureView>
