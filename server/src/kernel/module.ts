import type { AnyJob } from './background/job.ts'
import type { Handler } from './command.ts'
import type { Tx } from './db.ts'
import type { PaymentHolds } from './holds.ts'
import type { Reaction } from './reaction.ts'
import type { Schedule } from './worker.ts'

/**
 * A module as one value: all that the rest of the product learns of it. `app.ts` names each module once, and every list
 * (the API, what follows from what, what happens again and again, what can be left out) is made of these.
 */
export type Module = Readonly<{
  /** The folder, and the first word of its endpoints, permissions and events. */
  name: string
  /** An organization may do without it. Then it contributes nothing. */
  switch?: ModuleSwitch
  /** The order counts where an address with a parameter would take a fixed one for its value. */
  handlers: readonly Handler[]
  reactions?: readonly Reaction[]
  schedules?: readonly Schedule[]
  /** What it does that takes long. */
  jobs?: readonly AnyJob[]
  /** What it lets stop payment. */
  paymentHolds?: PaymentHolds
  /** What its rows must agree with in the journal. */
  reconciliations?: readonly Reconciliation[]
}>

/**
 * A comparison of a module's rows with what the journal says of them, in one statement: whoever changes a row behind the
 * journal's back is told by it. Answers one sentence for each row that differs, the first ones first.
 */
export type Reconciliation = Readonly<{
  /** What is compared, as in "invoice totals". */
  name: string
  differences: (tx: Tx, limit: number) => Promise<readonly string[]>
}>

export type ModuleSwitch = Readonly<{
  /** What the page of modules calls it. */
  title: string
  /** What one does with it, in a line. */
  about: string
  /** The modules without which it makes no sense. */
  needs?: readonly string[]
}>

/** What the pipelines and the use cases learn of the modules. */
export type ModuleTable = Readonly<{
  /** Those an organization may do without, bottom to top. */
  switchable: readonly (ModuleSwitch & Readonly<{ name: string; needs: readonly string[] }>)[]
  /** Whoever may stop payment, bottom to top. */
  paymentHolds: readonly (PaymentHolds & Readonly<{ module: string }>)[]
  reconciliations: readonly Reconciliation[]
}>

export const moduleTable = (modules: readonly Module[]): ModuleTable => {
  const names = modules.map(({ name }) => name)
  if (new Set(names).size !== names.length) throw new Error('Two modules share a name.')
  const switchable = modules.flatMap((module) =>
    module.switch ? [{ needs: [], ...module.switch, name: module.name }] : [],
  )
  const unknown = switchable.flatMap(({ needs }) => needs).filter((need) => !names.includes(need))
  if (unknown.length > 0) throw new Error(`There is no module ${unknown.join(', ')}.`)
  const paymentHolds = modules.flatMap((module) =>
    module.paymentHolds ? [{ ...module.paymentHolds, module: module.name }] : [],
  )
  const codes = paymentHolds.flatMap(({ words }) => Object.keys(words))
  if (new Set(codes).size !== codes.length) throw new Error('Two modules use one code for what stops payment.')
  const reconciliations = modules.flatMap((module) => module.reconciliations ?? [])
  return { switchable, paymentHolds, reconciliations }
}
