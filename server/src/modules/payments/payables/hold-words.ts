/** The short sentence kept with a run for what stayed out of it. The whole story is told by `payability`. */
const words: Readonly<Record<string, string>> = {
  'directory.do-not-engage': 'The contractor is not to be engaged again.',
  'agreements.waits-for-contractor': 'An agreement waits to be signed by the contractor.',
  'tax.no-tax-form': 'There is no signed Form W-9.',
  'tax.number-applied-for': 'The taxpayer identification number is missing.',
  'payees.no-payout-method': 'There is no bank account to pay to.',
  'payees.payout-method-unverified': 'The bank account has to be confirmed.',
  'payees.payout-method-held': 'The new bank account is held.',
  'payments.other-currency': 'The bank account takes another currency.',
  'payments.account-returned': 'A payment to this bank account came back.',
  'payments.account-changed': 'The bank account has changed.',
  'payments.no-originating-account': 'The legal entity has no bank account to pay from.',
  'payments.other-rail': 'The bank account cannot be reached by this kind of file.',
}

export const holdWords = (holds: readonly string[]): string => holds.map((code) => words[code] ?? code).join(' ')
