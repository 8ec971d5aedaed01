/** What keeps an open invoice from its pay run, and whose move it is: the short form of the blockers on the invoice. */
const holds: ReadonlyMap<string, string> = new Map([
  ['directory.do-not-engage', 'Do not engage · legal'],
  ['tax.no-tax-form', 'No W-9 · contractor'],
  ['tax.number-applied-for', 'No taxpayer number · contractor'],
  ['payees.no-payout-method', 'No bank account · contractor'],
  ['payees.payout-method-unverified', 'Bank account to confirm · finance'],
  ['payees.payout-method-held', 'New bank account is held · clears by itself'],
  ['payments.other-currency', 'Account in another currency · contractor'],
  ['payments.account-returned', 'A payment came back · contractor'],
  ['payments.account-changed', 'Bank account has changed · finance'],
  ['payments.no-originating-account', 'No account to pay from · owner'],
  ['payments.other-rail', 'Account needs another file · finance'],
])

export const wordsOfHold = (code: string): string => holds.get(code) ?? 'Held back'
