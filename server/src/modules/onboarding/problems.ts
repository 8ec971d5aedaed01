import { problem } from '#kernel/problem.ts'

export const onboardingNotFound = problem('onboarding-not-found', 404, 'There is no such onboarding.')
export const stageNotFound = problem('onboarding-stage-not-found', 404, 'There is no such stage.')
export const flowNotFound = problem('onboarding-flow-not-found', 404, 'There is no such onboarding flow.')
export const flowExists = problem(
  'onboarding-flow-exists',
  409,
  'This contractor type already has a flow. Change that one.',
)
export const unknownContractorType = problem('onboarding-unknown-type', 422, 'This contractor type does not exist.')
export const unknownTemplate = problem('onboarding-unknown-template', 422, 'This agreement template is not in use.')
export const stagesDoNotFit = problem('onboarding-stages-do-not-fit', 422, 'Some of the stages do not fit together.')
export const contractorBusy = problem(
  'onboarding-contractor-not-invitable',
  409,
  'A contractor in this state cannot be invited.',
)
export const alreadyInvited = problem(
  'onboarding-already-open',
  409,
  'This contractor already has an invitation or an onboarding that is not finished.',
)
export const startHasPassed = problem('onboarding-start-has-passed', 422, 'Choose a first day that has not passed.')
export const onboardingCannotMove = problem(
  'onboarding-cannot-move',
  409,
  'This cannot be done with the onboarding as it is now.',
)
export const stageCannotMove = problem(
  'onboarding-stage-cannot-move',
  409,
  'This cannot be done with the stage as it is now.',
)
export const invitationOver = problem(
  'onboarding-invitation-over',
  404,
  'This invitation no longer works: it was taken back, or its time is over. Ask for a new one.',
)
export const otherStageKind = problem(
  'onboarding-other-stage-kind',
  409,
  'This stage is settled in another way: by signing, or by the check of the bank account.',
)
export const dataMissing = problem('onboarding-data-missing', 422, 'Some details are still missing.')
export const changeNotInStage = problem(
  'onboarding-change-not-in-stage',
  422,
  'A change can be asked only for what the stage asks for.',
)
