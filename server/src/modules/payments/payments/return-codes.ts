/**
 * What the codes of returned credits mean, in plain words: Nacha Operating Rules, Appendix Four (R…), and the external
 * code set of ISO 20022 for status reasons (the others). As of 2026-11-22.
 */
const meanings: Readonly<Record<string, string>> = {
  R02: 'The account is closed.',
  R03: 'There is no such account in this name.',
  R04: 'The account number is wrong.',
  R10: 'The bank says that the payee did not expect this.',
  R14: 'The payee has died or can no longer act.',
  R15: 'The account holder has died.',
  R16: 'The account is frozen.',
  R17: 'The bank finds the entry questionable.',
  R20: 'The account takes no transfers.',
  R23: 'The payee refused the money.',
  R29: 'The business did not expect this.',
  AC01: 'The account number is wrong.',
  AC04: 'The account is closed.',
  AC06: 'The account is blocked.',
  AG01: 'The account takes no transfers.',
  BE04: 'The address of the payee is missing or wrong.',
  MD07: 'The account holder has died.',
  MS02: 'The payee refused the money.',
  MS03: 'The bank gave no reason.',
  RC01: 'The bank of the payee cannot be reached by this code.',
}

export const meaningOf = (code: string): string => meanings[code] ?? `The bank gave the code ${code}.`
