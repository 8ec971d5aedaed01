import type { Blocker } from '#kernel/blocker.ts'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { PersonId } from '#kernel/ids.ts'
import { mayFollow, type Transitions } from '#kernel/states.ts'
import type { FileId } from '#modules/files/contract.ts'
import type { StagePlan } from './flows/contract.ts'
import type { OnboardingStageId } from './ids.ts'
import type { RequestedChange } from './onboarding-view.ts'
import { changeNotInStage, otherStageKind, stageCannotMove } from './problems.ts'
import type { StageStatus } from './stage-status.ts'

/** What may follow what; the trigger on the table refuses the rest. A waiver ends when its ground falls away. */
export const stageTransitions: Transitions<StageStatus> = {
  open: ['submitted', 'approved', 'waived', 'expired'],
  submitted: ['changes_requested', 'approved', 'rejected', 'waived', 'expired'],
  changes_requested: ['submitted', 'approved', 'waived', 'expired'],
  approved: [],
  rejected: [],
  waived: ['open'],
  expired: [],
}

export type Stage = Readonly<{
  id: OnboardingStageId
  position: number
  plan: StagePlan
  status: StageStatus
  waitsFor: Blocker['owner']
  dueOn: PlainDate | null
  submittedAt: Date | null
  decidedBy: PersonId | null
  decidedAt: Date | null
  reason: string | null
  changes: readonly RequestedChange[]
  agreementId: string | null
  fileId: FileId | null
  fileName: string | null
  reminders: number
  movedAt: Date
  version: number
}>

export type Moment = Readonly<{ now: Date; today: PlainDate }>

/** Days a reviewer has, and days a contractor has to mend what was sent back. */
const reviewDays = 2
const mendDays = 3

const reviewers: Readonly<Record<StagePlan['kind'], Blocker['owner']>> = {
  data: 'manager',
  document: 'manager',
  tax_form: 'legal',
  agreement: 'legal',
  payout_method: 'finance',
}

/** A new stage before anything has happened. */
export const stageOf = (id: OnboardingStageId, position: number, plan: StagePlan, now: Date): Stage => ({
  id,
  position,
  plan,
  status: 'open',
  // Nothing can be signed before it is sent.
  waitsFor: plan.kind === 'agreement' ? 'nobody' : 'contractor',
  dueOn: null,
  submittedAt: null,
  decidedBy: null,
  decidedAt: null,
  reason: null,
  changes: [],
  agreementId: null,
  fileId: null,
  fileName: null,
  reminders: 0,
  movedAt: now,
  version: 1,
})

const step = (stage: Stage, to: StageStatus, now: Date): Stage => {
  if (!mayFollow(stageTransitions, stage.status, to)) throw stageCannotMove({ from: stage.status, to })
  return {
    ...stage,
    status: to,
    movedAt: now,
    reminders: 0,
    waitsFor: 'nobody',
    dueOn: null,
    reason: null,
    changes: [],
  }
}

/** The clock of the contractor starts when they are let in. */
export const start = (stage: Stage, { now, today }: Moment): Stage => ({
  ...stage,
  movedAt: now,
  dueOn: addDays(today, stage.plan.dueInDays),
})

export const submit = (stage: Stage, { now, today }: Moment): Stage => ({
  ...step(stage, 'submitted', now),
  submittedAt: now,
  waitsFor: reviewers[stage.plan.kind],
  dueOn: addDays(today, reviewDays),
})

/** `by` is null when it is what was found on file that settles the stage. */
export const approve = (stage: Stage, by: PersonId | null, now: Date): Stage => ({
  ...step(stage, 'approved', now),
  decidedBy: by,
  decidedAt: now,
})

export const sendBack = (stage: Stage, changes: readonly RequestedChange[], { now, today }: Moment): Stage => ({
  ...step(stage, 'changes_requested', now),
  changes,
  waitsFor: 'contractor',
  dueOn: addDays(today, mendDays),
})

type Decision = Readonly<{ by: PersonId | null; reason: string; now: Date }>

export const reject = (stage: Stage, { by, reason, now }: Decision): Stage => ({
  ...step(stage, 'rejected', now),
  decidedBy: by,
  decidedAt: now,
  reason,
})

export const waive = (stage: Stage, { by, reason, now }: Decision): Stage => ({
  ...step(stage, 'waived', now),
  decidedBy: by,
  decidedAt: now,
  reason,
})

export const reopen = (stage: Stage, { now, today }: Moment): Stage => ({
  ...step(stage, 'open', now),
  decidedAt: null,
  waitsFor: 'contractor',
  dueOn: addDays(today, stage.plan.dueInDays),
})

export const expire = (stage: Stage, now: Date): Stage => step(stage, 'expired', now)

/** An agreement that was sent: now there is something to sign. */
export const ask = (stage: Stage, agreementId: string, { now, today }: Moment): Stage => ({
  ...stage,
  agreementId,
  waitsFor: 'contractor',
  reason: null,
  reminders: 0,
  movedAt: now,
  dueOn: later(stage.dueOn, addDays(today, mendDays)),
})

/** An agreement that could not be sent, or that came to nothing: a member has to see to it before it is sent anew. */
export const hold = (stage: Stage, reason: string, moment: Moment): Stage => {
  const changes = [{ field: 'agreement', note: reason }]
  const waiting = stage.status === 'submitted' ? sendBack(stage, changes, moment) : { ...stage, movedAt: moment.now }
  return { ...waiting, reason, agreementId: null, waitsFor: 'legal', dueOn: addDays(moment.today, reviewDays) }
}

const later = (first: PlainDate | null, second: PlainDate): PlainDate =>
  first !== null && first > second ? first : second

/** Done with, one way or the other. */
export const isSettled = ({ status }: Pick<Stage, 'status'>): boolean => status === 'approved' || status === 'waived'
export const isOver = ({ status }: Pick<Stage, 'status'>): boolean => stageTransitions[status].length === 0
export const isRequired = ({ plan }: Pick<Stage, 'plan'>): boolean => plan.kind !== 'document' || plan.required
export const holdsUp = (stage: Stage): boolean => isRequired(stage) && !isSettled(stage)

/** An agreement that nobody has been asked to sign. */
export const isToBeSent = ({ plan, status, agreementId }: Stage): boolean =>
  plan.kind === 'agreement' && agreementId === null && (status === 'open' || status === 'changes_requested')

/** Signing and the check of a bank account have a place and a second person of their own. */
export const isDecidedHere = ({ plan }: Pick<Stage, 'plan'>): boolean =>
  plan.kind !== 'payout_method' && plan.kind !== 'agreement'

/** Whether a member looks at it here. */
export const isReviewed = ({ plan }: Pick<Stage, 'plan'>): boolean => 'review' in plan && plan.review === 'member'

/** What a change can be asked for, by stage. */
const changeable = ({ plan }: Stage): readonly string[] => {
  if (plan.kind === 'data') return plan.fields
  if (plan.kind === 'document') return ['file']
  return plan.kind === 'tax_form' ? ['form'] : []
}

export const mayBeSentBack = (stage: Stage): boolean => stage.status === 'submitted' && changeable(stage).length > 0
export const holdDecidedHere = (stage: Stage): void => {
  if (!isDecidedHere(stage)) throw otherStageKind({ kind: stage.plan.kind })
}

export const holdChanges = (stage: Stage, changes: readonly RequestedChange[]): void => {
  if (changeable(stage).length === 0) throw otherStageKind({ kind: stage.plan.kind })
  const errors = changes.flatMap(({ field }, index) =>
    changeable(stage).includes(field)
      ? []
      : [{ pointer: `#/changes/${index}/field`, detail: `Choose one of: ${changeable(stage).join(', ')}.` }],
  )
  if (errors.length > 0) throw changeNotInStage({ errors })
}
