import type { FieldError } from '#kernel/problem.ts'
import { isSameName } from '#kernel/same-name.ts'
import { usStates } from '#kernel/us-states.ts'
import type { W9 } from './contract.ts'
import type { Remark, TaxedAs, W9Revision } from './w9-revision.ts'

/** What the rules look at: the lines of the form, whether it is being signed or was kept. Never the number itself. */
export type W9Entries = Omit<W9, 'tin' | 'accountNumbers'> & Readonly<{ tinKind: W9['tin']['kind'] }>

const llcTaxedAs: Readonly<Record<W9['llcCode'], TaxedAs | undefined>> = {
  C: 'c-corporation',
  S: 's-corporation',
  P: 'partnership',
  '': undefined,
}

/** How the IRS taxes them, whichever box was ticked. Undefined for an LLC that does not say. */
const taxedAs = ({ classification, llcCode }: Pick<W9, 'classification' | 'llcCode'>): TaxedAs | undefined =>
  classification === 'llc' ? llcTaxedAs[llcCode] : classification

type Rule = Readonly<{ field: string; breaks: (form: W9Entries, revision: W9Revision) => boolean; sentence: string }>

const rules: readonly Rule[] = [
  {
    field: 'llcCode',
    breaks: ({ classification, llcCode }) => classification === 'llc' && llcCode === '',
    sentence: 'An LLC says how it is taxed: C, S or P. A single-member LLC marks "individual" instead.',
  },
  {
    field: 'llcCode',
    breaks: ({ classification, llcCode }) => classification !== 'llc' && llcCode !== '',
    sentence: 'This is for an LLC only.',
  },
  {
    field: 'otherClassification',
    breaks: ({ classification, otherClassification }) => classification === 'other' && otherClassification === '',
    sentence: 'Say which classification it is.',
  },
  {
    field: 'foreignPartners',
    breaks: (form, { withForeignPartners }) => {
      const taxed = taxedAs(form)
      return form.foreignPartners && taxed !== undefined && !withForeignPartners.includes(taxed)
    },
    sentence: 'Line 3b is for partnerships, trusts and estates, and for an LLC that is taxed as a partnership.',
  },
  {
    field: 'address/region',
    breaks: ({ address }) => address.country === 'US' && !usStates.has(address.region ?? ''),
    sentence: 'The Postal Service knows no state with these two letters.',
  },
]

/** What contradicts, line by line. */
export const contradictionsIn = (form: W9Entries, revision: W9Revision): readonly FieldError[] => [
  ...rules
    .filter(({ breaks }) => breaks(form, revision))
    .map(({ field, sentence }) => ({ pointer: `#/${field}`, detail: sentence })),
  ...remarksOn(form, revision)
    .filter(({ isRefused }) => isRefused)
    .map(({ field, sentence }) => ({ pointer: `#/${field}`, detail: sentence })),
]

/** What the revision has to say about the entries, refusals among it. */
const remarksOn = (form: W9Entries, revision: W9Revision): readonly (Remark & Readonly<{ field: string }>)[] => {
  const taxed = taxedAs(form)
  if (taxed === undefined) return []
  const said: readonly (readonly [string, Remark | undefined])[] = [
    ['tin', revision.number[taxed][form.tinKind]],
    ['exemptPayeeCode', revision.exemptPayeeCode[taxed][form.exemptPayeeCode]],
    ['fatcaCode', form.fatcaCode === '' ? undefined : revision.fatcaCode[taxed]],
  ]
  return said.flatMap(([field, remark]) => (remark ? [{ field, ...remark }] : []))
}

/** What is seen beside the form: the name that payments are made out to, where there is one yet. */
export type Known = Readonly<{ payeeName: string | undefined }>

type Notice = Readonly<{ holds: (form: W9Entries, known: Known) => boolean; sentence: string }>

const notices: readonly Notice[] = [
  {
    holds: ({ secondItemStruck }) => secondItemStruck,
    sentence:
      'Item 2 is struck out: 24 % backup withholding applies. Muster does not withhold yet, so payments are held.',
  },
  {
    holds: ({ tinKind }) => tinKind === 'applied-for',
    sentence:
      'Until the number is there, 24 % would have to be withheld. Muster does not withhold yet, so payments are held.',
  },
  {
    holds: ({ name, businessName }, { payeeName }) =>
      payeeName !== undefined && !isSameName(name, payeeName) && !isSameName(businessName, payeeName),
    sentence:
      'Neither line 1 nor line 2 is the name that payments are made out to. The IRS compares the name with the number.',
  },
  {
    holds: ({ classification, name }) => classification === 'individual' && isCompanyName(name),
    sentence: 'Line 1 of an individual is the name of the person; the name of a company stands on line 2.',
  },
  {
    holds: ({ address }) => address.country !== 'US',
    sentence:
      'The address is abroad. A U.S. citizen or resident who lives there signs Form W-9, anybody else a Form W-8.',
  },
]

/** What is unusual but allowed, and what follows from the form: for its signer and for whoever pays. */
export const noticesOn = (form: W9Entries, revision: W9Revision, known: Known): string[] => [
  ...notices.filter(({ holds }) => holds(form, known)).map(({ sentence }) => sentence),
  ...remarksOn(form, revision)
    .filter(({ isRefused }) => !isRefused)
    .map(({ sentence }) => sentence),
]

const companyEndings = ['llc', 'l.l.c.', 'inc', 'inc.', 'corp', 'corp.', 'ltd', 'ltd.', 'llp', 'l.l.p.']

const isCompanyName = (name: string): boolean =>
  companyEndings.includes(name.toLowerCase().split(/[ ,]/).at(-1) ?? '')
