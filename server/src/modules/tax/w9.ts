import { checkTin, maskTin } from '#kernel/identifiers/tin.ts'
import type { FieldError } from '#kernel/problem.ts'
import type { W9 } from './contract.ts'
import { w9Contradicts } from './problems.ts'

/** Form W-9, revision of March 2024, in force on 2026-10-04. The certification on the document is of this revision. */
export const w9Revision = 'Rev. March 2024'

/** Nine digits, or null where a number was applied for. */
export type CheckedW9 = Readonly<{ form: W9; tin: string | null; notices: readonly string[] }>

/**
 * Holds the rules between the lines (Instructions for Form W-9, Rev. March 2024). What contradicts is refused, every
 * fault at once; what is unusual but allowed is told as a notice.
 */
export const check = (form: W9): CheckedW9 => {
  const { tin, errors } = readTin(form)
  const all = [...errors, ...contradictions(form)]
  if (all.length > 0) throw w9Contradicts({ errors: all })
  return { form, tin, notices: noticesOn(form) }
}

/** An ITIN or ATIN stands in the boxes of the social security number. */
const readTin = ({ tin }: W9): Readonly<{ tin: string | null; errors: readonly FieldError[] }> => {
  if (tin.kind === 'applied-for') return { tin: null, errors: [] }
  const found = checkTin(tin.number, tin.kind === 'ssn' ? ['ssn', 'itin', 'atin'] : ['ein'])
  return found.ok ? { tin: found.tin, errors: [] } : { tin: null, errors: [at('tin/number', found.detail)] }
}

const corporations: readonly W9['classification'][] = ['c-corporation', 's-corporation']
const flowThrough: readonly W9['classification'][] = ['partnership', 'trust-estate', 'llc']

const contradictions = (form: W9): readonly FieldError[] => {
  const { classification, llcCode, otherClassification, tin, foreignPartners, address } = form
  const found: FieldError[] = []
  if (classification === 'llc' && llcCode === '') {
    found.push(
      at('llcCode', 'An LLC says how it is taxed: C, S or P. A single-member LLC marks "individual" instead.'),
    )
  }
  if (classification !== 'llc' && llcCode !== '') found.push(at('llcCode', 'This is for an LLC only.'))
  if (classification === 'other' && otherClassification === '') {
    found.push(at('otherClassification', 'Say which classification it is.'))
  }
  if (corporations.includes(classification) && tin.kind === 'ssn') {
    found.push(at('tin', 'A corporation has an employer identification number, not a social security number.'))
  }
  if (foreignPartners && !flowThrough.includes(classification)) {
    found.push(at('foreignPartners', 'Line 3b is for partnerships, trusts and estates.'))
  }
  if (address.country !== 'US') {
    found.push(at('address/country', 'Form W-9 is for U.S. persons; the address has to be in the United States.'))
  }
  return found
}

const at = (field: string, detail: string): FieldError => ({ pointer: `#/${field}`, detail })

const noticesOn = ({ classification, tin, exemptPayeeCode, secondItemStruck }: W9): readonly string[] => {
  const notices: string[] = []
  if (classification === 'individual' && tin.kind === 'ein') {
    notices.push('For a sole proprietor the IRS prefers the social security number of the owner.')
  }
  if (tin.kind === 'applied-for') notices.push('Until the number is there, 24 % is withheld from payments.')
  if (exemptPayeeCode === '5') notices.push('Code 5 does not exempt payments for legal or medical services.')
  if (secondItemStruck) notices.push('Backup withholding of 24 % applies, because item 2 was struck out.')
  return notices
}

/** Line 3a with the mask of the number, as people see it. */
export const maskedTin = (kind: 'ssn' | 'ein' | 'applied-for', last4: string | null): string | null =>
  kind === 'applied-for' || last4 === null ? null : maskTin(`00000${last4}`, kind)
