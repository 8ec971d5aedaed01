import { problem } from '#kernel/problem.ts'

export const contractorNotFound = problem('contractor-not-found', 404, 'There is no such contractor.')
export const emailTaken = problem(
  'contractor-email-taken',
  409,
  'Another contractor already has this e-mail address.',
)
export const externalIdTaken = problem(
  'contractor-external-id-taken',
  409,
  'Another contractor already has this external id.',
)
export const illegalMove = problem('contractor-cannot-move', 409, 'A contractor in this state cannot go there.')
export const unknownPlacement = problem(
  'unknown-placement',
  422,
  'The type, department or legal entity does not exist.',
)
export const notToBeEngaged = problem(
  'contractor-not-to-be-engaged',
  409,
  'This contractor is not to be engaged again. Ask legal to lift this first.',
)
export const engagementNotFound = problem('engagement-not-found', 404, 'There is no such engagement.')
export const engagementOpen = problem(
  'engagement-open',
  409,
  'This contractor already has an open engagement with this legal entity.',
)
export const engagementCannotMove = problem('engagement-cannot-move', 409, 'An ended engagement stays as it is.')
export const engagementEndsTooEarly = problem(
  'engagement-ends-too-early',
  422,
  'An engagement cannot end before it starts.',
)
