import { problem } from '#kernel/problem.ts'

export const projectNotFound = problem('project-not-found', 404, 'There is no such project.')
export const projectCodeTaken = problem('project-code-taken', 409, 'Another project already has this code.')
export const projectClosed = problem(
  'project-closed',
  409,
  'This project is closed. Open it again to plan work in it.',
)
export const unknownProjectPlace = problem(
  'unknown-project-place',
  422,
  'This department or legal entity does not exist.',
)
export const assignmentNotFound = problem('assignment-not-found', 404, 'There is no such assignment.')
export const assignmentCannotMove = problem(
  'assignment-cannot-move',
  409,
  'An assignment in this state cannot go there.',
)
export const assignmentNotDraft = problem(
  'assignment-not-draft',
  409,
  'Only a draft can be changed. Take the offer back first.',
)
export const assignmentBlocked = problem(
  'assignment-blocked',
  409,
  'Something has to be settled before this work can start.',
)
export const offerExpired = problem('offer-expired', 409, 'The last day to answer this offer has passed.')
export const termsDoNotFit = problem('assignment-terms-do-not-fit', 422, 'Some of the terms do not fit together.')
export const otherLegalEntity = problem(
  'assignment-other-legal-entity',
  422,
  'The project and the engagement belong to different legal entities.',
)
export const engagementOver = problem(
  'assignment-engagement-over',
  409,
  'This engagement has ended. Open a new one first.',
)
