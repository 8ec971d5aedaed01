import { command } from '#kernel/command.ts'
import { endOnboarding } from '#modules/onboarding/end-onboarding.ts'
import { beUnderWay, mayReview } from '#modules/onboarding/onboarding.ts'
import { holdDecidedHere, reject } from '#modules/onboarding/stage.ts'
import { eventOf } from '#modules/onboarding/stage-events.ts'
import { holdOnboarding, lockStage, saveStage } from '#modules/onboarding/store.ts'
import * as contract from './contract.ts'
import { viewNow } from './decide.ts'

export const rejectStage = command(contract.rejectStage)({
  load: ({ tx, actor }, input) => lockStage(actor, tx, input),
  allow: (actor, { onboarding }) => mayReview(actor, onboarding),
  run: async (work, { onboarding, stage }, { reason }) => {
    const { tx, actor, now } = work
    beUnderWay(onboarding)
    holdDecidedHere(stage)
    const rejected = reject(stage, { by: actor.personId, reason, now })
    await saveStage(tx, rejected)
    const ended = await endOnboarding(work, await holdOnboarding(tx, onboarding.id), { to: 'rejected', reason })
    return {
      result: await viewNow(work, onboarding),
      events: [eventOf(onboarding, rejected, { reused: false }), ...ended],
    }
  },
})
