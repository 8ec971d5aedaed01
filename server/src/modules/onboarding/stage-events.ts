import type { DomainEvent } from '#kernel/event.ts'
import {
  changesRequested,
  stageApproved,
  stageRejected,
  stageReopened,
  stageSubmitted,
  stageWaived,
} from './events.ts'
import { type Onboarding, stageFactsOf } from './onboarding.ts'
import type { Stage } from './stage.ts'

/** The fact that a stage has come to where it is. */
export const eventOf = (
  onboarding: Onboarding,
  stage: Stage,
  { reused }: Readonly<{ reused: boolean }>,
): DomainEvent => {
  const facts = stageFactsOf(onboarding, stage)
  const reason = stage.reason ?? ''
  switch (stage.status) {
    case 'open':
      return stageReopened(facts)
    case 'submitted':
      return stageSubmitted(facts)
    case 'approved':
      return stageApproved({ ...facts, reused })
    case 'changes_requested':
      return changesRequested({ ...facts, fields: stage.changes.map(({ field }) => field) })
    case 'rejected':
      return stageRejected({ ...facts, reason })
    case 'waived':
      return stageWaived({ ...facts, reason })
    case 'expired':
      throw new Error('A stage that ends with its onboarding is no fact of its own.')
  }
}
