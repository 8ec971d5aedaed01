import { problem } from '#kernel/problem.ts'

export const sameAddress = problem('same-address', 409, 'This is the address you sign in with already.')
export const addressTaken = problem('address-taken', 409, 'Somebody else signs in with this address already.')
export const addressOfSomebodyElse = problem(
  'address-of-somebody-else',
  403,
  'This link is for somebody else. Sign out, and sign in as the person whose address is to change.',
)
export const noAddressWaits = problem('no-address-waits', 404, 'No change of your address is waiting.')
export const tooManyAddressChanges = problem(
  'too-many-address-changes',
  429,
  'Another address was asked for too often today. Try again tomorrow.',
)
