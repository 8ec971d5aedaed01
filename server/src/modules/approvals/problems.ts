import { problem } from '#kernel/problem.ts'

export const ownSubject = problem('own-subject', 409, 'You took part in this yourself, so somebody else decides.')
export const overYourLimit = problem(
  'over-your-limit',
  409,
  'This is more than you may approve for one contractor in 30 days.',
)
export const alreadyApproved = problem(
  'already-approved',
  409,
  'You have approved this already. A second person has to approve it, too.',
)
export const ownLimit = problem('own-limit', 409, 'Nobody sets their own limit. Ask another owner.')
export const approverNotFound = problem('approver-not-found', 404, 'There is no such member.')
