import { z } from 'zod'
import { Instant, PlainDate } from '#kernel/dates.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { DownloadOutput } from '#kernel/file-answer.ts'
import { wholeListOf } from '#kernel/page.ts'
import { PostalAddress } from '#kernel/postal-address.ts'
import { untilSettled } from '#kernel/standing.ts'
import { line } from '#kernel/text.ts'
import { SignatureMark } from '#modules/agreements/contract.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { FileId } from '#modules/files/contract.ts'
import { TaxFormId } from './ids.ts'

export { TaxFormId }

/** The boxes of line 3a of Form W-9 (Rev. March 2024). */
export const w9Classifications = [
  'individual',
  'c-corporation',
  's-corporation',
  'partnership',
  'trust-estate',
  'llc',
  'other',
] as const

const number = {
  number: line(20),
  isConfirmed: z.boolean().default(false).describe('It looks made up, and was compared with the card or letter'),
}

/** Form W-9, line by line. The rules between the lines are in `w9-rules.ts`. */
export const W9 = z.strictObject({
  name: line(140).min(1, 'Line 1: write the name as on your tax return.'),
  businessName: line(140).default(''),
  classification: z.enum(w9Classifications, 'Line 3a: choose exactly one.'),
  llcCode: z.enum(['C', 'S', 'P', '']).default(''),
  otherClassification: line(80).default(''),
  foreignPartners: z.boolean().default(false).describe('Line 3b'),
  exemptPayeeCode: z
    .string()
    .regex(/^([1-9]|1[0-3])?$/, 'Line 4: a code from 1 to 13, or nothing.')
    .default(''),
  fatcaCode: z
    .string()
    .regex(/^[A-M]?$/, 'Line 4: a letter from A to M, or nothing.')
    .default(''),
  address: PostalAddress,
  accountNumbers: line(80)
    .default('')
    .describe('Line 7: what the requester files them under, such as a vendor number'),
  tin: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('ssn'), ...number }),
    z.strictObject({ kind: z.literal('ein'), ...number }),
    z.strictObject({ kind: z.literal('applied-for') }),
  ]),
  secondItemStruck: z
    .boolean()
    .default(false)
    .describe('The IRS has told you that you are subject to backup withholding'),
})
export type W9 = z.output<typeof W9>

export const SignedW9 = W9.extend({
  certifies: z.literal(true, 'Certify the statements under penalties of perjury to sign.'),
  signature: SignatureMark,
})
export type SignedW9 = z.output<typeof SignedW9>

export const TaxFormView = z.object({
  id: TaxFormId,
  contractorId: ContractorId,
  kind: z.literal('w9'),
  revision: z.string(),
  ...W9.omit({ tin: true }).shape,
  exemptPayeeCode: z.string(),
  fatcaCode: z.string(),
  tinKind: z.enum(['ssn', 'ein', 'applied-for']),
  tinMasked: z.string().nullable(),
  signedAt: Instant,
  validFrom: PlainDate,
  status: z.enum(['current', 'superseded', 'withdrawn']),
  hasDocument: z.boolean().describe('There is a copy to download, with the number masked'),
  wholeFileId: FileId.nullable().describe('The sealed form with the whole number: a protected file, to be opened'),
  notices: z.array(z.string()).describe('What to look at, although it is allowed'),
  version: z.int(),
})
export type TaxFormView = z.output<typeof TaxFormView>

export const signMyW9 = endpoint({
  name: 'tax.sign-my-w9',
  method: 'POST',
  path: '/portal/tax-forms/w9',
  summary: 'Sign Form W-9 electronically; it replaces the one before',
  inPortal: untilSettled,
  input: SignedW9,
  output: TaxFormView,
})

export const listMyTaxForms = endpoint({
  name: 'tax.list-mine',
  method: 'GET',
  path: '/portal/tax-forms',
  summary: 'The tax forms that the signed-in contractor has signed, newest first',
  input: z.strictObject({}),
  output: wholeListOf(TaxFormView),
})

export const listTaxForms = endpoint({
  name: 'tax.list-forms',
  method: 'GET',
  path: '/contractors/:contractorId/tax-forms',
  summary: 'The tax forms of a contractor, newest first, with the number masked',
  input: z.strictObject({ contractorId: ContractorId }),
  output: wholeListOf(TaxFormView.extend({ can: z.object({ reveal: z.boolean(), open: z.boolean() }) })),
})

export const revealTin = endpoint({
  name: 'tax.reveal-tin',
  method: 'POST',
  path: '/tax-forms/:taxFormId/reveal',
  summary: 'See a whole taxpayer identification number, with a reason that is kept',
  input: z.strictObject({
    taxFormId: TaxFormId,
    reason: line(300).min(5, 'Say in a few words why you need to see it.'),
  }),
  output: z.object({ tin: z.string() }),
  stepUp: true,
  sealsAnswer: true,
})

export const downloadTaxForm = endpoint({
  name: 'tax.download-form',
  method: 'GET',
  path: '/tax-forms/:taxFormId/document',
  summary: 'A copy of the form with the number masked; the sealed form itself is a protected file',
  input: z.strictObject({ taxFormId: TaxFormId }),
  output: DownloadOutput,
})
