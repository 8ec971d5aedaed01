import { z } from 'zod'
import { Instant } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'

/**
 * `agreement`: the very file of an agreement, whole and unchanged. `sealed`: what it says was sealed by an organization
 * of this install and not altered, but it is not the file of an agreement on record, such as a tax form. `refused`:
 * everything else.
 */
export const verdicts = ['agreement', 'sealed', 'refused'] as const

export const DocumentVerdict = z.object({
  verdict: z.enum(verdicts),
  sentence: z.string(),
  sha256: z.string(),
  organizationName: z.string().nullable(),
  sealedAt: Instant.nullable(),
  agreement: z
    .object({
      title: z.string(),
      completedAt: Instant,
      signers: z.array(
        z.object({ name: z.string(), role: z.enum(['contractor', 'organization']), signedAt: Instant }),
      ),
    })
    .nullable(),
  problems: z.array(z.object({ code: z.string(), sentence: z.string() })),
})
export type DocumentVerdict = z.output<typeof DocumentVerdict>

export const verifyDocument = endpoint({
  name: 'agreements.verify-document',
  method: 'POST',
  path: '/verify',
  summary: 'Is this PDF, to the last byte, what an organization sealed here? Open to anybody; the file is not kept',
  input: z.strictObject({}),
  output: DocumentVerdict,
  public: true,
  upload: { maxBytes: 25_000_000 },
})
