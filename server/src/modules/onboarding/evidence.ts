import { approve, isReviewed, type Moment, reopen, type Stage, sendBack, submit, waive } from './stage.ts'

/** What the modules below say about a stage that is settled there: signed, confirmed, refused. */
export type Evidence =
  | Readonly<{ kind: 'none' }>
  /** The contractor did their part, and somebody looks at it where it is kept. */
  | Readonly<{ kind: 'given' }>
  | Readonly<{ kind: 'settled' }>
  | Readonly<{ kind: 'refused'; reason: string }>
  | Readonly<{ kind: 'not_needed'; reason: string }>

type Weighing = Moment & Readonly<{ reuse: boolean }>

/**
 * Where a stage stands by what is on file. The same stage when nothing follows. `reuse` is for the beginning: what is
 * still valid from before was looked at then, and is not asked for again.
 */
export const weigh = (stage: Stage, evidence: Evidence, { reuse, ...moment }: Weighing): Stage => {
  const waits = stage.status === 'open' || stage.status === 'changes_requested'
  if (evidence.kind === 'settled') {
    if (reuse || !isReviewed(stage))
      return waits || stage.status === 'submitted' ? approve(stage, null, moment.now) : stage
    return waits ? submit(stage, moment) : stage
  }
  if (evidence.kind === 'given') return waits ? submit(stage, moment) : stage
  if (evidence.kind === 'refused') return refusedBy(stage, evidence.reason, moment)
  if (evidence.kind === 'not_needed') {
    const { reason } = evidence
    return waits || stage.status === 'submitted' ? waive(stage, { by: null, reason, now: moment.now }) : stage
  }
  // Waived because it was not needed, and now it is. What a member waived stays waived.
  return stage.status === 'waived' && stage.decidedBy === null ? reopen(stage, moment) : stage
}

const refusedBy = (stage: Stage, reason: string, moment: Moment): Stage =>
  stage.status === 'submitted' ? sendBack(stage, [{ field: stage.plan.kind, note: reason }], moment) : stage
