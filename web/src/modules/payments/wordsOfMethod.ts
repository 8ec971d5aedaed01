import type { PayMethod } from '#modules/payments/contract.ts'

export const wordsOfMethod: ReadonlyMap<PayMethod, string> = new Map([
  ['nacha', 'ACH (NACHA file)'],
  ['pain001', 'Credit transfer (pain.001 file)'],
])
