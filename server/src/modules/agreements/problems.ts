import { problem } from '#kernel/problem.ts'

export const templateNotFound = problem('agreement-template-not-found', 404, 'There is no such template.')
export const templateFaulty = problem(
  'agreement-template-faulty',
  422,
  'The text asks for something that cannot be filled in.',
)
export const templateArchived = problem('agreement-template-archived', 409, 'This template is no longer in use.')
export const templateInUse = problem('agreement-template-in-use', 409, 'This template is in use already.')

export const agreementNotFound = problem('agreement-not-found', 404, 'There is no such agreement.')
export const agreementCannotMove = problem('agreement-cannot-move', 409, 'This agreement is past that step.')
export const agreementIncomplete = problem(
  'agreement-incomplete',
  409,
  'Some of what the text asks for is not known yet. Nothing was sent.',
)
export const fieldUnknown = problem('agreement-field-unknown', 422, 'The template does not ask for this.')
export const otherContractor = problem(
  'agreement-other-contractor',
  422,
  'What you named belongs to another contractor.',
)
export const nothingToReplace = problem(
  'agreement-nothing-to-replace',
  409,
  'Only an agreement that everybody has signed can be replaced.',
)
export const lastDayPassed = problem(
  'agreement-last-day-passed',
  422,
  'The last day to sign has to be still to come.',
)
export const agreementExpired = problem('agreement-expired', 409, 'The last day to sign this has passed.')
export const agreementNotOpened = problem(
  'agreement-not-opened',
  409,
  'Open the agreement and read it before you sign it.',
)
export const otherText = problem(
  'agreement-other-text',
  409,
  'This is not the text that was shown. Load it again and read it before you sign.',
)
export const consentOutdated = problem(
  'agreement-consent-outdated',
  409,
  'The consent to sign electronically has changed. Load the page again and read it.',
)
export const alreadySigned = problem('agreement-already-signed', 409, 'You have signed this agreement already.')
export const notYourTurn = problem('agreement-not-your-turn', 409, 'The contractor signs first.')
export const signatureFaulty = problem('agreement-signature-faulty', 422, 'The signature needs attention.')
export const documentNotMade = problem(
  'agreement-document-not-made',
  404,
  'The document of this agreement is not made yet.',
)
