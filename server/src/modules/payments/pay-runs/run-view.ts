import type { Work } from '#kernel/command.ts'
import { memberNames } from '#modules/access/index.ts'
import type { PayRunView } from './contract.ts'
import { type PayRun, viewOfRun } from './pay-run.ts'

/** A run as it is shown: with the names of those who acted on it. */
export const namedRunView = async ({ tx, actor }: Pick<Work, 'tx' | 'actor'>, run: PayRun): Promise<PayRunView> => {
  const { prepared, locked, approved, released } = run
  const people = [prepared, locked, approved, released].flatMap((act) => (act ? [act.personId] : []))
  const names = await memberNames(tx, [...new Set(people)])
  const named = (act: PayRun['prepared']) => act && { ...act, name: names.get(act.personId) ?? null }
  return viewOfRun(
    {
      ...run,
      prepared: named(prepared),
      locked: named(locked),
      approved: named(approved),
      released: named(released),
    },
    actor,
  )
}
