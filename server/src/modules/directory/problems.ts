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
export const unknownPlacement = problem('unknown-placement', 422, 'This type or department does not exist.')
