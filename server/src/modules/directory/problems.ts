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
export const notYourDepartment = problem('not-your-department', 422, 'Choose one of your departments.')
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
export const alreadyBanned = problem(
  'contractor-already-banned',
  409,
  'This contractor is already not to be engaged.',
)
export const notBanned = problem('contractor-not-banned', 409, 'Nothing keeps this contractor from being engaged.')
export const contractorTypeNotFound = problem('contractor-type-not-found', 404, 'There is no such contractor type.')
export const contractorTypeExists = problem(
  'contractor-type-exists',
  409,
  'There is already a contractor type of this name.',
)
export const contractorTypeIsArchived = problem(
  'contractor-type-archived',
  409,
  'This contractor type is no longer in use. Choose another.',
)
export const rateNotFound = problem('rate-not-found', 404, 'There is no such rate.')
export const rateExists = problem('rate-exists', 409, 'There is already a rate for this unit from this day on.')
export const importFileUnreadable = problem('import-file-unreadable', 422, 'This file cannot be read as a list.')
export const importColumnsUnclear = problem(
  'import-columns-unclear',
  422,
  'It is not clear which columns hold the names and the e-mail addresses.',
)
export const importHasMistakes = problem(
  'import-has-mistakes',
  422,
  'Some rows have mistakes, so nothing was imported. Mend them, or leave these rows out.',
)
