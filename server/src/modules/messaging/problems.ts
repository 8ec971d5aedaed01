import { problem } from '#kernel/problem.ts'

export const mailNotFound = problem('mail-not-found', 404, 'There is no such mail.')
export const mailDelivered = problem(
  'mail-delivered',
  409,
  'A mail server delivers mails here, so what they say is not kept for reading.',
)
export const mailOfEarlierVersion = problem(
  'mail-of-earlier-version',
  409,
  'This mail was written by an earlier version of Muster and may hold a link, so it is not shown.',
)
export const mailNotFailed = problem(
  'mail-not-failed',
  409,
  'Only a mail that could not be delivered can be tried again.',
)
