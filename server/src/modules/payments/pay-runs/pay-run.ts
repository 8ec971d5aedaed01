import { type Actor, mayEverywhere } from '#kernel/actor.ts'
import type { PersonId } from '#kernel/ids.ts'
import type { Money } from '#kernel/money.ts'
import { mayFollow, type Transitions } from '#kernel/states.ts'
import { prepareRuns, readPayments, reconcile, releaseRuns, takeBankFiles } from '#modules/payments/permissions.ts'
import { ownPayRun, payRunCannotMove, payRunIsFixed, releasedByYou } from '#modules/payments/problems.ts'
import type { PayRunStatus, PayRunView } from './contract.ts'

/** What may follow what; the trigger on the table refuses the rest. A late return reaches a run that had settled. */
export const payRunTransitions: Transitions<PayRunStatus> = {
  open: ['locked', 'cancelled'],
  locked: ['approved', 'cancelled'],
  approved: ['exported', 'cancelled'],
  exported: ['acknowledged', 'settled', 'partially_returned'],
  acknowledged: ['settled', 'partially_returned'],
  settled: ['partially_returned'],
  partially_returned: [],
  cancelled: [],
}

export type PayRun = Readonly<Omit<PayRunView, 'can'>>

export const mayPrepare = (actor: Actor): boolean => mayEverywhere(actor, prepareRuns)
export const mayRelease = (actor: Actor): boolean => mayEverywhere(actor, releaseRuns)
export const mayReconcile = (actor: Actor): boolean => mayEverywhere(actor, reconcile)
export const mayTakeFile = (actor: Actor): boolean => mayEverywhere(actor, takeBankFiles)
export const mayReadRuns = (actor: Actor): boolean => mayEverywhere(actor, readPayments)
/** Whoever prepares may give up, and whoever was to approve may refuse. */
export const mayCancel = (actor: Actor): boolean => mayPrepare(actor) || mayRelease(actor)

type Step = Readonly<{ personId: PersonId; now: Date }>

export const step = (run: PayRun, to: PayRunStatus, now: Date): PayRun => {
  if (mayFollow(payRunTransitions, run.status, to)) return { ...run, status: to, movedAt: now }
  throw payRunCannotMove({ from: run.status, to })
}

export const holdOpen = ({ status }: PayRun): void => {
  if (status !== 'open') throw payRunIsFixed({ payRunStatus: status })
}

export const lock = (
  run: PayRun,
  { personId, now, contentHash }: Step & Readonly<{ contentHash: string }>,
): PayRun => ({
  ...step(run, 'locked', now),
  locked: { personId, name: null, at: now },
  contentHash,
})

/** Four eyes: whoever prepared a run neither approves nor releases it, whatever their role. The table checks it again. */
const holdFourEyes = ({ prepared }: PayRun, personId: string): void => {
  if (prepared?.personId === personId) throw ownPayRun()
}

export const approve = (run: PayRun, { personId, now }: Step): PayRun => {
  holdFourEyes(run, personId)
  return { ...step(run, 'approved', now), approved: { personId, name: null, at: now } }
}

export const release = (run: PayRun, { personId, now }: Step): PayRun => {
  holdFourEyes(run, personId)
  return { ...step(run, 'exported', now), released: { personId, name: null, at: now } }
}

/** Whoever let the money go does not say how it ended: otherwise one person could hide a payment that came back. */
export const holdReconciler = ({ released }: Pick<PayRun, 'released'>, personId: string): void => {
  if (released?.personId === personId) throw releasedByYou()
}

/** Done when no payment is on its way any more; undefined while one is, or when the run has said so already. */
export const doneAs = ({
  status,
  payments,
  settled,
  returned,
}: Pick<PayRun, 'status' | 'payments' | 'settled' | 'returned'>): 'settled' | 'partially_returned' | undefined => {
  if (settled + returned < payments) return undefined
  const done = returned > 0 ? 'partially_returned' : 'settled'
  return done === status ? undefined : done
}

export const viewOfRun = (run: PayRun, actor: Actor): PayRunView => {
  const { status, prepared, released } = run
  const isOther = prepared?.personId !== actor.personId
  const isBeforeBank = mayFollow(payRunTransitions, status, 'cancelled')
  const isWithBank = status === 'exported' || status === 'acknowledged'
  return {
    ...run,
    can: {
      remove: status === 'open' && mayPrepare(actor),
      lock: status === 'open' && mayPrepare(actor),
      approve: status === 'locked' && isOther && mayRelease(actor),
      release: status === 'approved' && isOther && mayRelease(actor),
      download: run.file !== null && mayTakeFile(actor),
      acknowledge: status === 'exported' && mayReconcile(actor),
      settle: isWithBank && released?.personId !== actor.personId && mayReconcile(actor),
      cancel: isBeforeBank && mayCancel(actor),
    },
  }
}

export const aboutRun = ({ id: payRunId, legalEntityId, number }: PayRun) => ({ payRunId, legalEntityId, number })

export const totalsOfRun = (
  run: PayRun,
): ReturnType<typeof aboutRun> & Readonly<{ payments: number; total: Money }> => ({
  ...aboutRun(run),
  payments: run.payments,
  total: run.total,
})
