import type { Blocker } from '#kernel/blocker.ts'

type Hold = Readonly<{
  /** The sentence kept with a run for what stayed out of it. */
  sentence: string
  /** A few words beside an amount. */
  title: string
  /** Whose move it is. */
  owner: Blocker['owner']
}>

/** What keeps something owed from its pay run, in short. The whole story is told by `payability`. */
const holds: Readonly<Record<string, Hold>> = {
  'directory.do-not-engage': {
    sentence: 'The contractor is not to be engaged again.',
    title: 'Do not engage',
    owner: 'legal',
  },
  'agreements.waits-for-contractor': {
    sentence: 'An agreement waits to be signed by the contractor.',
    title: 'Agreement to sign',
    owner: 'contractor',
  },
  'tax.no-tax-form': { sentence: 'There is no signed Form W-9.', title: 'No W-9', owner: 'contractor' },
  'tax.number-applied-for': {
    sentence: 'The taxpayer identification number is missing.',
    title: 'No taxpayer number',
    owner: 'contractor',
  },
  'payees.no-payout-method': {
    sentence: 'There is no bank account to pay to.',
    title: 'No bank account',
    owner: 'contractor',
  },
  'payees.payout-method-unverified': {
    sentence: 'The bank account has to be confirmed.',
    title: 'Bank account to confirm',
    owner: 'finance',
  },
  'payees.payout-method-held': {
    sentence: 'The new bank account is held.',
    title: 'New bank account is held',
    owner: 'nobody',
  },
  'payments.other-currency': {
    sentence: 'The bank account takes another currency.',
    title: 'Account in another currency',
    owner: 'contractor',
  },
  'payments.account-returned': {
    sentence: 'A payment to this bank account came back.',
    title: 'A payment came back',
    owner: 'contractor',
  },
  'payments.account-changed': {
    sentence: 'The bank account has changed.',
    title: 'Bank account has changed',
    owner: 'finance',
  },
  'payments.no-originating-account': {
    sentence: 'The legal entity has no bank account to pay from.',
    title: 'No account to pay from',
    owner: 'finance',
  },
  'payments.other-rail': {
    sentence: 'The bank account cannot be reached by this kind of file.',
    title: 'Account needs another file',
    owner: 'finance',
  },
}

export const holdWords = (codes: readonly string[]): string =>
  codes.map((code) => holds[code]?.sentence ?? code).join(' ')

export const holdOf = (code: string) => ({
  code,
  title: holds[code]?.title ?? 'Held back',
  owner: holds[code]?.owner ?? 'nobody',
})
