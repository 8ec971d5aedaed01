import { problem } from '#kernel/problem.ts'

export const payeeNotFound = problem('payee-not-found', 404, 'There is no payee for this contractor yet.')
export const payoutMethodNotFound = problem('payout-method-not-found', 404, 'There is no such bank account.')
export const payoutMethodCannotMove = problem(
  'payout-method-cannot-move',
  409,
  'This bank account is in another state by now.',
)
export const changeUnderWay = problem(
  'payout-change-under-way',
  409,
  'A change of the bank account is already under way. Take it back first.',
)
export const ownPayoutMethod = problem(
  'own-payout-method',
  409,
  'Whoever asked for this bank account may not confirm it.',
)
export const payeeFirst = problem('payee-first', 409, 'Say first who is legally paid.')
export const sameAccount = problem('payout-method-same-account', 409, 'You are already paid to this account.')
