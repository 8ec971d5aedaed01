import { PlainDate } from '#kernel/dates.ts'
import type { W9 } from './contract.ts'

/** How the IRS taxes somebody, whichever box says so: an LLC is taxed as what its code on line 3a names. */
export type TaxedAs = Exclude<W9['classification'], 'llc'>
export type NumberKind = W9['tin']['kind']

/** What is said of an entry. What is refused contradicts the form; the rest is unusual, allowed and pointed out. */
export type Remark = Readonly<{ isRefused: boolean; sentence: string }>
type Remarks<Entry extends string> = Readonly<Partial<Record<Entry, Remark>>>

const refused = (sentence: string): Remark => ({ isRefused: true, sentence })
const unusual = (sentence: string): Remark => ({ isRefused: false, sentence })

/**
 * What one revision of Form W-9 asks, as a row with its date: what is a remark under one revision is a refusal under the
 * next, and a form is judged by the revision it was signed under.
 */
export type W9Revision = Readonly<{
  name: string
  from: PlainDate
  source: string
  /** Part I, "What Name and Number To Give the Requester". */
  number: Readonly<Record<TaxedAs, Remarks<NumberKind>>>
  /** Line 3b: whose income flows through to others. */
  withForeignPartners: readonly TaxedAs[]
  /** Line 4, exempt payee codes that do not go with a classification. */
  exemptPayeeCode: Readonly<Record<TaxedAs, Remarks<string>>>
  /** Line 4, any code for exemption from FATCA reporting. */
  fatcaCode: Remarks<TaxedAs>
}>

const corporation = refused('A corporation has an employer identification number, not a social security number.')
const notACorporation = { '5': refused('Code 5 is for corporations.') }

const oneOf = (codes: string, remark: Remark): Remarks<string> =>
  Object.fromEntries(codes.split(' ').map((code) => [code, remark]))

const march2024: W9Revision = {
  name: 'Rev. March 2024',
  from: PlainDate.parse('2024-03-01'),
  source: 'Instructions for Form W-9 (Rev. March 2024), lines 3a, 3b and 4 and Part I; looked up on 2026-10-04',
  number: {
    individual: { ein: unusual('For a sole proprietor the IRS prefers the social security number of the owner.') },
    'c-corporation': { ssn: corporation },
    's-corporation': { ssn: corporation },
    partnership: {
      ssn: refused('A partnership has an employer identification number, not a social security number.'),
    },
    'trust-estate': {
      ssn: unusual(
        'Only a grantor trust gives a social security number: that of the grantor, with their name on line 1.',
      ),
    },
    other: {},
  },
  withForeignPartners: ['partnership', 'trust-estate'],
  exemptPayeeCode: {
    individual: {
      ...oneOf('1 2 3 4 5 8 9 10 11 13', refused('This code is for organizations; individuals are not exempt.')),
      ...oneOf('6 7 12', unusual('Individuals are generally not exempt from backup withholding.')),
    },
    'c-corporation': { '5': unusual('Code 5 does not exempt payments for legal or medical services.') },
    's-corporation': { '5': unusual('Code 5 does not exempt payments for legal or medical services.') },
    partnership: notACorporation,
    'trust-estate': notACorporation,
    other: {},
  },
  fatcaCode: { individual: unusual('The codes for exemption from FATCA reporting are for organizations.') },
}

/** Newest first. */
const revisions: readonly [W9Revision, ...W9Revision[]] = [march2024]

/** The revision to sign on a day. */
export const revisionOn = (day: PlainDate): W9Revision => revisions.find(({ from }) => from <= day) ?? march2024

/** The revision that a kept form was signed under. */
export const revisionNamed = (name: string): W9Revision => {
  const found = revisions.find((revision) => revision.name === name)
  if (!found) throw new Error(`There is no revision ${name} of Form W-9.`)
  return found
}
