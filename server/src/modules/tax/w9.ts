import type { PlainDate } from '#kernel/dates.ts'
import { checkTin, looksMadeUp, maskTin } from '#kernel/identifiers/tin.ts'
import type { FieldError } from '#kernel/problem.ts'
import type { W9 } from './contract.ts'
import { w9Contradicts } from './problems.ts'
import { revisionOn } from './w9-revision.ts'
import { contradictionsIn } from './w9-rules.ts'

/** Nine digits, or null where a number was applied for. */
export type CheckedW9 = Readonly<{ form: W9; tin: string | null; revision: string }>

/** Holds the rules between the lines of the form that is signed on a day: every fault is refused at once. */
export const check = (form: W9, day: PlainDate): CheckedW9 => {
  const revision = revisionOn(day)
  const { tin, errors } = readTin(form)
  const all = [...errors, ...contradictionsIn({ ...form, tinKind: form.tin.kind }, revision)]
  if (all.length > 0) throw w9Contradicts({ errors: all })
  return { form, tin, revision: revision.name }
}

/** An ITIN or ATIN stands in the boxes of the social security number. */
const readTin = ({ tin }: W9): Readonly<{ tin: string | null; errors: readonly FieldError[] }> => {
  if (tin.kind === 'applied-for') return { tin: null, errors: [] }
  const refuse = (field: string, detail: string) => ({ tin: null, errors: [{ pointer: `#/tin/${field}`, detail }] })
  const found = checkTin(tin.number, tin.kind === 'ssn' ? ['ssn', 'itin', 'atin'] : ['ein'])
  if (!found.ok) return refuse('number', found.detail)
  if (!tin.isConfirmed && looksMadeUp(found.tin))
    return refuse(
      'isConfirmed',
      'This number looks made up. Compare it with the card or letter; if it is yours, say so.',
    )
  return { tin: found.tin, errors: [] }
}

/** Line 3a with the mask of the number, as people see it. */
export const maskedTin = (kind: 'ssn' | 'ein' | 'applied-for', last4: string | null): string | null =>
  kind === 'applied-for' || last4 === null ? null : maskTin(`00000${last4}`, kind)
