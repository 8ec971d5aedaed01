import { problem } from '#kernel/problem.ts'

export const mailNotFound = problem('mail-not-found', 404, 'There is no such mail.')
export const mailDelivered = problem(
  'mail-delivered',
  409,
  'A mail server delivers mails here, so what they say is not kept for reading.',
)
export const mailNotFailed = problem(
  'mail-not-failed',
  409,
  'Only a mail that could not be delivered can be tried again.',
)
