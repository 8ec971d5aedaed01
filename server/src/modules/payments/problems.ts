import { problem } from '#kernel/problem.ts'

export const alreadyBooked = problem('already-booked', 409, 'This is already in the books.')
export const payRunNotFound = problem('pay-run-not-found', 404, 'There is no such pay run.')
export const paymentNotFound = problem('payment-not-found', 404, 'There is no such payment.')
export const nothingToPay = problem('nothing-to-pay', 409, 'Nothing is due by this day that could be paid now.')
export const wrongBankAccount = problem(
  'pay-run-wrong-bank-account',
  409,
  'The legal entity has no bank account that this kind of file can be paid from.',
)
export const payRunCannotMove = problem('pay-run-cannot-move', 409, 'A pay run in this state cannot go there.')
export const payRunIsFixed = problem(
  'pay-run-is-fixed',
  409,
  'This pay run is locked. What is in it can no longer be changed.',
)
export const notInRun = problem('not-in-pay-run', 409, 'One of these invoices is not in this pay run.')
export const ownPayRun = problem(
  'own-pay-run',
  409,
  'Whoever prepared a pay run may not approve or release it. Ask a colleague.',
)
export const ownInvoicesInRun = problem(
  'own-invoices-in-pay-run',
  409,
  'You approved invoices in this pay run, so somebody else has to send the money.',
)
export const payRunChanged = problem(
  'pay-run-changed',
  409,
  'This pay run is no longer what was approved. Cancel it and prepare another.',
)
export const payDayOver = problem(
  'pay-day-over',
  409,
  'The pay day of this run is over. Cancel it and prepare another.',
)
export const bankFileRefused = problem(
  'bank-file-refused',
  409,
  'No file can be made for the bank. What has to be put right is listed here.',
)
export const noBankFile = problem('no-bank-file', 404, 'This pay run has no file for the bank yet.')
export const releasedByYou = problem(
  'released-by-you',
  409,
  'You released this pay run, so somebody else has to say how its payments ended.',
)
export const paymentCannotMove = problem('payment-cannot-move', 409, 'A payment in this state cannot go there.')
export const noRemittanceYet = problem(
  'no-remittance-yet',
  404,
  'The remittance advice of this payment is not made yet.',
)
