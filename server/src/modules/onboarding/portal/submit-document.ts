import { command } from '#kernel/command.ts'
import { attachFile } from '#modules/files/index.ts'
import { beUnderWay } from '#modules/onboarding/onboarding.ts'
import { otherStageKind } from '#modules/onboarding/problems.ts'
import { onboardingOf } from '#modules/onboarding/read-store.ts'
import { lockStage } from '#modules/onboarding/store.ts'
import * as contract from './contract.ts'
import { handIn } from './hand-in.ts'
import { mayHandIn, myViewOf } from './my-onboarding.ts'

export const submitDocument = command(contract.submitDocument)({
  load: ({ tx, actor }, input) => lockStage(actor, tx, input),
  allow: mayHandIn,
  run: async (work, { onboarding, stage }, { fileId }) => {
    beUnderWay(onboarding)
    if (stage.plan.kind !== 'document') throw otherStageKind({ kind: stage.plan.kind })
    const { contractorId, id } = onboarding
    const sensitivity = stage.plan.isProtected ? 'protected' : 'normal'
    await attachFile(work, fileId, { subjectId: stage.id, contractorId, sensitivity })
    const events = await handIn(work, { onboarding, stage: { ...stage, fileId } })
    return { result: await myViewOf(work, await onboardingOf(work.tx, id)), events }
  },
})
