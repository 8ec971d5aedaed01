import { type Actor, may } from '#kernel/actor.ts'
import type { Work } from '#kernel/command.ts'
import { missingOf, type OnFile } from '#modules/onboarding/data-fields.ts'
import { minutesOf } from '#modules/onboarding/flows/flow.ts'
import { isOwn, type Onboarding } from '#modules/onboarding/onboarding.ts'
import { takePart } from '#modules/onboarding/permissions.ts'
import { stageNotFound } from '#modules/onboarding/problems.ts'
import { blockersOf } from '#modules/onboarding/readiness.ts'
import { isRequired, isSettled, isToBeSent, type Stage } from '#modules/onboarding/stage.ts'
import type { Placed } from '#modules/onboarding/store.ts'
import { onFileOf, planOf } from '#modules/onboarding/view-of-onboarding.ts'
import { organizationOf } from '#modules/organizations/index.ts'
import type { MyOnboardingView, MyStageView } from './contract.ts'

export const takesPart = (actor: Actor): boolean => may(actor, takePart) && actor.contractorId !== undefined

/** Handed in by the contractor in person, whatever else the same person may do here. */
export const mayHandIn = (actor: Actor, { onboarding }: Placed): boolean => isOwn(actor, onboarding)

/** What was never let in has nothing to show; the link in the mail is the way in. */
export const isShown = (
  onboarding: Onboarding,
): onboarding is Onboarding & Readonly<{ status: MyOnboardingView['status'] }> =>
  onboarding.acceptedAt !== null && onboarding.status !== 'invited' && onboarding.status !== 'invite_expired'

/** The map for the contractor: the same stages and blockers that staff see, said from their side. */
export const myViewOf = async (work: Pick<Work, 'tx'>, onboarding: Onboarding): Promise<MyOnboardingView> => {
  if (!isShown(onboarding)) throw stageNotFound()
  const onFile = await onFileOf(work, onboarding)
  const isUnderWay = onboarding.status === 'in_progress'
  const stages = onboarding.stages.map((stage) => myStageOf(stage, onFile, isUnderWay))
  const mine = stages.filter(({ move, required }) => move === 'yours' && required)
  const { id, legalEntityName, startsOn, status, message } = onboarding
  return {
    id,
    legalEntityName,
    startsOn,
    status,
    message,
    programmeName: (await organizationOf(work.tx)).programmeName,
    stages,
    nextStageId: mine[0]?.id ?? null,
    settled: onboarding.stages.filter(isSettled).length,
    minutesLeft: minutesOf(mine),
    blockers: [...(await blockersOf(work, onboarding))],
  }
}

const myStageOf = (stage: Stage, onFile: OnFile, isUnderWay: boolean): MyStageView => {
  const { plan } = stage
  const move = isUnderWay ? moveOf(stage) : 'nobody'
  const isHandedIn = plan.kind === 'data' || plan.kind === 'document'
  return {
    ...planOf(plan),
    ...stage,
    required: isRequired(stage),
    missing: missingOf(onFile, plan),
    move,
    since: stage.movedAt,
    changes: [...stage.changes],
    // Why an agreement could not be sent is for those who mend it.
    reason: plan.kind === 'agreement' && stage.waitsFor === 'legal' ? null : stage.reason,
    can: { submit: isHandedIn && move === 'yours' },
  }
}

const moveOf = (stage: Stage): MyStageView['move'] => {
  if (stage.waitsFor === 'contractor') return 'yours'
  if (isToBeSent(stage) && stage.waitsFor === 'nobody') return 'later'
  return stage.waitsFor === 'nobody' ? 'nobody' : 'ours'
}
