import { type Actor, may, mayIn } from '#kernel/actor.ts'
import type { Tx } from '#kernel/db.ts'
import { payeeOf } from '#modules/payees/index.ts'
import type { TaxFormView } from './contract.ts'
import { readTaxForms, revealTins, signOwnForms } from './permissions.ts'
import type { TaxForm } from './store.ts'
import { revisionNamed } from './w9-revision.ts'
import { type Known, noticesOn } from './w9-rules.ts'

type Filed = Readonly<{ departmentId: string | null }>

export const mayReadForms = (actor: Actor, { departmentId }: Filed): boolean =>
  mayIn(actor, readTaxForms, departmentId)
export const mayRevealTin = (actor: Actor, { departmentId }: Filed): boolean => mayIn(actor, revealTins, departmentId)
export const signsOwnForms = (actor: Actor): boolean => may(actor, signOwnForms) && actor.contractorId !== undefined

/** With what is to be said of it today: the payee may have another name by now. */
export const viewOf = (form: TaxForm, known: Known): TaxFormView => {
  const { sealedTin: _, mark: _mark, evidence: _evidence, copyFileId: _copy, ...view } = form
  return { ...view, notices: noticesOn(view, revisionNamed(view.revision), known) }
}

/** What the module below knows of whoever the form is about. */
export const knownOf = async (tx: Tx, contractorId: string): Promise<Known> => ({
  payeeName: (await payeeOf(tx, contractorId))?.legalName,
})
