import type { Blocker } from '#kernel/blocker.ts'
import type { Tx } from '#kernel/db.ts'
import { ContractorId } from '#modules/directory/contract.ts'
import { contractorOf } from '#modules/directory/index.ts'
import { currentTaxForm } from './store.ts'

/**
 * Why nobody may be paid yet, as far as tax goes. A person in the United States is paid once a Form W-9 with a number is
 * there (IRC 3406: without one 24 % would have to be withheld); for everybody else W-8 forms come later.
 */
export const taxBlockers = async (tx: Tx, contractorId: string): Promise<readonly Blocker[]> => {
  const contractor = await contractorOf(tx, ContractorId.parse(contractorId))
  if (contractor.country !== 'US') return []
  const form = await currentTaxForm(tx, contractorId)
  if (form && form.tinKind !== 'applied-for') return []
  return [
    form
      ? {
          code: 'tax.number-applied-for',
          sentence: 'The taxpayer identification number is still missing: the form says it was applied for.',
          owner: 'contractor',
          since: form.signedAt,
          by: null,
          clears: { label: 'Sign the form with the number', path: '/portal/tax' },
        }
      : {
          code: 'tax.no-tax-form',
          sentence: 'A signed Form W-9 is needed before anything can be paid.',
          owner: 'contractor',
          since: contractor.movedAt,
          by: null,
          clears: { label: 'Sign Form W-9', path: '/portal/tax' },
        },
  ]
}
