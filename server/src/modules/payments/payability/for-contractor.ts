import type { Blocker } from '#kernel/blocker.ts'
import type { ModuleTable } from '#kernel/module.ts'

/** The same list as the contractor sees it: no reasons that are not theirs to know, no links they cannot follow. */
export const forContractor = (
  blockers: readonly Blocker[],
  { paymentHolds }: Pick<ModuleTable, 'paymentHolds'>,
): readonly Blocker[] => {
  const isStaffOnly = (code: string) => paymentHolds.some(({ words }) => words[code]?.isStaffOnly)
  return blockers.map((blocker) => (isStaffOnly(blocker.code) ? beingChecked(blocker) : withOwnLink(blocker)))
}

const beingChecked = ({ since }: Blocker): Blocker => ({
  code: 'payments.being-checked',
  sentence: 'The payment is being checked.',
  owner: 'finance',
  since,
  by: null,
  clears: { label: 'Nothing for you to do', path: null },
})

const withOwnLink = (blocker: Blocker): Blocker => {
  const { path, label } = blocker.clears
  if (path?.startsWith('/portal/')) return blocker
  const mine = blocker.owner === 'contractor'
  return { ...blocker, clears: { label: mine ? label : 'Nothing for you to do', path: null } }
}
