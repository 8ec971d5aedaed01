import { command } from '#kernel/command.ts'
import { mayWaive } from '#modules/onboarding/onboarding.ts'
import { waive } from '#modules/onboarding/stage.ts'
import { lockStage } from '#modules/onboarding/store.ts'
import * as contract from './contract.ts'
import { decide } from './decide.ts'

export const waiveStage = command(contract.waiveStage)({
  load: ({ tx, actor }, input) => lockStage(actor, tx, input),
  allow: (actor, { onboarding }) => mayWaive(actor, onboarding),
  run: async (work, placed, { reason }) =>
    decide(work, placed, waive(placed.stage, { by: work.actor.personId, reason, now: work.now })),
})
