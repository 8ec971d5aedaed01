import { type Actor, may, mayIn } from '#kernel/actor.ts'
import type { TaxFormView } from './contract.ts'
import { readTaxForms, revealTins, signOwnForms } from './permissions.ts'
import type { TaxForm } from './store.ts'

type Filed = Readonly<{ departmentId: string | null }>

export const mayReadForms = (actor: Actor, { departmentId }: Filed): boolean =>
  mayIn(actor, readTaxForms, departmentId)
export const mayRevealTin = (actor: Actor, { departmentId }: Filed): boolean => mayIn(actor, revealTins, departmentId)
export const signsOwnForms = (actor: Actor): boolean => may(actor, signOwnForms) && actor.contractorId !== undefined

export const viewOf = ({
  sealedTin: _,
  mark: _mark,
  evidence: _evidence,
  fileId: _file,
  ...view
}: TaxForm): TaxFormView => view
