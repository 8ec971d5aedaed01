import { command } from '#kernel/command.ts'
import { mayReview } from '#modules/onboarding/onboarding.ts'
import { holdChanges, sendBack } from '#modules/onboarding/stage.ts'
import { lockStage } from '#modules/onboarding/store.ts'
import { todayOf } from '#modules/organizations/index.ts'
import * as contract from './contract.ts'
import { decide } from './decide.ts'

export const requestChanges = command(contract.requestChanges)({
  load: ({ tx, actor }, input) => lockStage(actor, tx, input),
  allow: (actor, { onboarding }) => mayReview(actor, onboarding),
  run: async (work, placed, { changes }) => {
    holdChanges(placed.stage, changes)
    return decide(work, placed, sendBack(placed.stage, changes, { now: work.now, today: await todayOf(work) }))
  },
})
