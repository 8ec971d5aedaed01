import { command } from '#kernel/command.ts'
import { mayReview } from '#modules/onboarding/onboarding.ts'
import { stageCannotMove } from '#modules/onboarding/problems.ts'
import { approve, holdDecidedHere } from '#modules/onboarding/stage.ts'
import { lockStage } from '#modules/onboarding/store.ts'
import * as contract from './contract.ts'
import { decide } from './decide.ts'

export const approveStage = command(contract.approveStage)({
  load: ({ tx, actor }, input) => lockStage(actor, tx, input),
  allow: (actor, { onboarding }) => mayReview(actor, onboarding),
  run: async (work, placed) => {
    const { stage } = placed
    holdDecidedHere(stage)
    // What was not handed in can be waived, which takes a reason, but not approved.
    if (stage.status !== 'submitted') throw stageCannotMove({ from: stage.status, to: 'approved' })
    return decide(work, placed, approve(stage, work.actor.personId, work.now))
  },
})
