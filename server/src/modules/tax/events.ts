import { z } from 'zod'
import { event } from '#kernel/event.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { TaxFormId } from './ids.ts'

const form = { taxFormId: TaxFormId, contractorId: ContractorId }

/** The number and the lines stay out of the journal. */
export const w9Signed = event('tax.w9-signed', 'signed Form W-9', z.object({ ...form, classification: z.string() }))
export const w9Sealed = event('tax.w9-sealed', 'sealed Form W-9', z.object({ ...form, sha256: z.string() }))
export const tinRevealed = event(
  'tax.tin-revealed',
  'looked at a taxpayer identification number: {reason}',
  z.object({ ...form, reason: z.string() }),
)
