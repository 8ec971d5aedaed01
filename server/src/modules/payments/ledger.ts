import { type Money, money } from '#kernel/money.ts'

/**
 * What the money is: spent on work, owed to a payee, on its way through the bank, or in the bank. Every act moves an
 * amount from one to another, so that nothing appears or disappears.
 */
export const accountKinds = ['expense', 'payable', 'clearing', 'bank'] as const
export type AccountKind = (typeof accountKinds)[number]

/** An account in the books of one legal entity. It belongs to a payee (payable), a bank account, or the entity itself. */
export type Account = Readonly<{ legalEntityId: string; kind: AccountKind; ownerId: string; currency: string }>

/** A debit is more than zero, a credit is less. What is owed to a payee is therefore a balance below zero. */
export type Posting = Readonly<{ account: Account; amount: Money }>

/** One act in the books. Never changed afterwards; a mistake is put right by an entry that reverses it. */
export type Entry = Readonly<{ id: string; postings: readonly Posting[]; reverses: string | undefined }>

type Act = Readonly<{ id: string; legalEntityId: string; payeeId: string; amount: Money }>
type BankAct = Act & Readonly<{ bankAccountId: string }>

/** The work is accepted and its price is owed. */
export const invoiceApproved = (act: Act): Entry => transfer(act, { debit: expense(act), credit: payable(act) })

/** A credit note takes back a part of what was approved. */
export const creditIssued = (act: Act): Entry => transfer(act, { debit: payable(act), credit: expense(act) })

/** The bank has the instruction. Nothing is owed any more, but nothing has left the bank account either. */
export const paymentSent = (act: BankAct): Entry => transfer(act, { debit: payable(act), credit: clearing(act) })

/** The money has left the bank account. */
export const paymentSettled = (act: BankAct): Entry => transfer(act, { debit: clearing(act), credit: bank(act) })

/** The payment came back, before or after it had settled: the money is with us again and owed again. */
export const paymentReturned = (act: BankAct & Readonly<{ after: 'sent' | 'settled' }>): Entry =>
  transfer(act, { debit: act.after === 'sent' ? clearing(act) : bank(act), credit: payable(act) })

/** Takes an act back whole, as a void does: the same postings with the signs turned. */
export const reverse = (original: Entry, id: string): Entry => ({
  ...entry(
    id,
    original.postings.map(({ account, amount }) => ({ account, amount: money(-amount.minor, amount.currency) })),
  ),
  reverses: original.id,
})

/**
 * The only way to make an entry. One that does not add up to zero in the books of each legal entity and in each
 * currency is a defect of ours, never somebody's input, so it throws.
 */
export const entry = (id: string, postings: readonly Posting[]): Entry => {
  if (postings.length < 2) throw new Error(`Entry ${id} has fewer than two postings.`)
  const sums = new Map<string, bigint>()
  for (const { account, amount } of postings) {
    if (amount.minor === 0n) throw new Error(`Entry ${id} posts nothing to an account.`)
    if (amount.currency !== account.currency)
      throw new Error(`Entry ${id} posts ${amount.currency} to an account in ${account.currency}.`)
    const books = `${account.legalEntityId} ${account.currency}`
    sums.set(books, (sums.get(books) ?? 0n) + amount.minor)
  }
  for (const [books, sum] of sums)
    if (sum !== 0n) throw new Error(`Entry ${id} is out of balance by ${sum} in ${books}.`)
  return { id, postings, reverses: undefined }
}

/** The text by which an account is found again; ids have no blanks in them. */
export const accountKey = ({ legalEntityId, kind, ownerId, currency }: Account): string =>
  `${legalEntityId} ${kind} ${ownerId} ${currency}`

export type Balances = ReadonlyMap<string, bigint>

export const balancesOf = (entries: Iterable<Entry>): Balances => {
  const balances = new Map<string, bigint>()
  for (const { postings } of entries)
    for (const { account, amount } of postings) {
      const key = accountKey(account)
      balances.set(key, (balances.get(key) ?? 0n) + amount.minor)
    }
  return balances
}

export const balanceOf = (balances: Balances, account: Account): Money =>
  money(balances.get(accountKey(account)) ?? 0n, account.currency)

const transfer = ({ id, amount }: Act, { debit, credit }: Readonly<{ debit: Account; credit: Account }>): Entry => {
  if (amount.minor <= 0n) throw new Error(`Entry ${id} needs an amount of more than zero.`)
  return entry(id, [
    { account: debit, amount },
    { account: credit, amount: money(-amount.minor, amount.currency) },
  ])
}

const expense = ({ legalEntityId, amount: { currency } }: Act): Account => ({
  legalEntityId,
  kind: 'expense',
  ownerId: legalEntityId,
  currency,
})

const payable = ({ legalEntityId, payeeId, amount: { currency } }: Act): Account => ({
  legalEntityId,
  kind: 'payable',
  ownerId: payeeId,
  currency,
})

const bank = ({ legalEntityId, bankAccountId, amount: { currency } }: BankAct): Account => ({
  legalEntityId,
  kind: 'bank',
  ownerId: bankAccountId,
  currency,
})

const clearing = (act: BankAct): Account => ({ ...bank(act), kind: 'clearing' })
