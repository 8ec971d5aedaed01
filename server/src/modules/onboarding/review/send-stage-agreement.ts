import { command } from '#kernel/command.ts'
import { beUnderWay, mayReview } from '#modules/onboarding/onboarding.ts'
import { otherStageKind, stageCannotMove } from '#modules/onboarding/problems.ts'
import { sendAgain } from '#modules/onboarding/send-agreements.ts'
import { isToBeSent } from '#modules/onboarding/stage.ts'
import { lockStage } from '#modules/onboarding/store.ts'
import * as contract from './contract.ts'
import { viewNow } from './decide.ts'

export const sendStageAgreement = command(contract.sendStageAgreement)({
  load: ({ tx, actor }, input) => lockStage(actor, tx, input),
  allow: (actor, { onboarding }) => mayReview(actor, onboarding),
  run: async (work, placed, { fields }) => {
    const { onboarding, stage } = placed
    beUnderWay(onboarding)
    if (stage.plan.kind !== 'agreement') throw otherStageKind({ kind: stage.plan.kind })
    if (!isToBeSent(stage)) throw stageCannotMove({ from: stage.status, to: 'open' })
    const events = await sendAgain(work, placed, fields)
    return { result: await viewNow(work, onboarding), events }
  },
})
