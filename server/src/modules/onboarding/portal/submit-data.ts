import { command } from '#kernel/command.ts'
import { missingOf } from '#modules/onboarding/data-fields.ts'
import { sentenceForMissing } from '#modules/onboarding/flows/contract.ts'
import { beUnderWay } from '#modules/onboarding/onboarding.ts'
import { dataMissing, otherStageKind } from '#modules/onboarding/problems.ts'
import { onboardingOf } from '#modules/onboarding/read-store.ts'
import { lockStage } from '#modules/onboarding/store.ts'
import { onFileOf } from '#modules/onboarding/view-of-onboarding.ts'
import * as contract from './contract.ts'
import { handIn } from './hand-in.ts'
import { mayHandIn, myViewOf } from './my-onboarding.ts'

export const submitData = command(contract.submitData)({
  load: ({ tx, actor }, input) => lockStage(actor, tx, input),
  allow: mayHandIn,
  run: async (work, { onboarding, stage }) => {
    beUnderWay(onboarding)
    if (stage.plan.kind !== 'data') throw otherStageKind({ kind: stage.plan.kind })
    const missing = missingOf(await onFileOf(work, onboarding), stage.plan)
    const errors = missing.map((field) => ({ pointer: `#/${field}`, detail: sentenceForMissing(field) }))
    if (errors.length > 0) throw dataMissing({ errors })
    const events = await handIn(work, { onboarding, stage })
    return { result: await myViewOf(work, await onboardingOf(work.tx, onboarding.id)), events }
  },
})
