import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '#kernel/money.ts'
import { cpuMs } from '#test/cpu-ms.ts'
import {
  type Account,
  type AccountKind,
  accountKinds,
  balanceOf,
  balancesOf,
  creditIssued,
  type Entry,
  entry,
  invoiceApproved,
  paymentReturned,
  paymentSent,
  paymentSettled,
  reverse,
} from './ledger.ts'

const usd = (minor: bigint) => money(minor, 'USD')
const account = (kind: AccountKind, ownerId: string, currency = 'USD'): Account => ({
  legalEntityId: 'northwind-inc',
  kind,
  ownerId,
  currency,
})
const bank = account('bank', 'main-account')
const clearing = account('clearing', 'main-account')
const owedToPriya = account('payable', 'priya')
const expense = account('expense', 'northwind-inc')

const act = (id: string, minor: bigint) => ({
  id,
  legalEntityId: 'northwind-inc',
  payeeId: 'priya',
  bankAccountId: 'main-account',
  amount: usd(minor),
})
const standOf = (entries: readonly Entry[]) => {
  const balances = balancesOf(entries)
  return [expense, owedToPriya, clearing, bank].map((each) => balanceOf(balances, each).minor)
}

test('an entry that does not add up to zero cannot be made', () => {
  const postings = [
    { account: expense, amount: usd(100n) },
    { account: owedToPriya, amount: usd(-99n) },
  ]

  expect(() => entry('e', postings)).toThrow('Entry e is out of balance by 1')
})

test('an entry balances in each currency on its own', () => {
  const postings = [
    { account: expense, amount: usd(100n) },
    { account: account('payable', 'priya', 'EUR'), amount: money(-100n, 'EUR') },
  ]

  expect(() => entry('e', postings)).toThrow('out of balance')
})

test('an entry balances in the books of each legal entity on its own', () => {
  const elsewhere = { ...owedToPriya, legalEntityId: 'northwind-gmbh' }
  const postings = [
    { account: expense, amount: usd(100n) },
    { account: elsewhere, amount: usd(-100n) },
  ]

  expect(() => entry('e', postings)).toThrow('out of balance')
})

test('euros do not fit into an account in dollars', () => {
  const postings = [
    { account: expense, amount: money(100n, 'EUR') },
    { account: account('payable', 'priya', 'EUR'), amount: money(-100n, 'EUR') },
  ]

  expect(() => entry('e', postings)).toThrow('posts EUR to an account in USD')
})

test('an entry needs two sides, each with an amount', () => {
  expect(() => entry('e', [])).toThrow('fewer than two')
  expect(() => entry('e', [{ account: bank, amount: usd(0n) }])).toThrow('fewer than two')
  expect(() =>
    entry('e', [
      { account: bank, amount: usd(0n) },
      { account: clearing, amount: usd(0n) },
    ]),
  ).toThrow('posts nothing')
})

test.each([0n, -1n])('no act moves %s', (minor) => {
  expect(() => invoiceApproved(act('e', minor))).toThrow('more than zero')
  expect(() => creditIssued(act('e', minor))).toThrow('more than zero')
  expect(() => paymentSent(act('e', minor))).toThrow('more than zero')
  expect(() => paymentSettled(act('e', minor))).toThrow('more than zero')
  expect(() => paymentReturned({ ...act('e', minor), after: 'sent' })).toThrow('more than zero')
})

test('an invoice goes from approved over sent to settled, and each stand can be read', () => {
  const approved = [invoiceApproved(act('1', 125_000n))]
  const sent = [...approved, paymentSent(act('2', 125_000n))]
  const settled = [...sent, paymentSettled(act('3', 125_000n))]

  expect(standOf(approved)).toEqual([125_000n, -125_000n, 0n, 0n])
  expect(standOf(sent)).toEqual([125_000n, 0n, -125_000n, 0n])
  expect(standOf(settled)).toEqual([125_000n, 0n, 0n, -125_000n])
})

test('a returned payment is owed again, whether it had settled or not', () => {
  const sent = [invoiceApproved(act('1', 900n)), paymentSent(act('2', 900n))]
  const before = [...sent, paymentReturned({ ...act('3', 900n), after: 'sent' })]
  const afterwards = [
    ...sent,
    paymentSettled(act('3', 900n)),
    paymentReturned({ ...act('4', 900n), after: 'settled' }),
  ]

  expect(standOf(before)).toEqual([900n, -900n, 0n, 0n])
  expect(standOf(afterwards)).toEqual([900n, -900n, 0n, 0n])
})

test('a credit note takes back its part of the debt and of the spend', () => {
  expect(standOf([invoiceApproved(act('1', 900n)), creditIssued(act('2', 200n))])).toEqual([700n, -700n, 0n, 0n])
})

test('a void leaves no trace in the balances and a clear one in the books', () => {
  const approved = invoiceApproved(act('1', 900n))
  const voided = reverse(approved, '2')

  expect(standOf([approved, voided])).toEqual([0n, 0n, 0n, 0n])
  expect(voided).toMatchObject({ id: '2', reverses: '1' })
  expect(approved.reverses).toBeUndefined()
})

const anyAccount = fc.record({
  legalEntityId: fc.constantFrom('northwind-inc', 'northwind-gmbh'),
  kind: fc.constantFrom(...accountKinds),
  ownerId: fc.constantFrom('priya', 'main-account', 'x'),
  currency: fc.constantFrom('USD', 'EUR', 'JPY'),
})
const anyPostings = fc.array(fc.record({ account: anyAccount, minor: fc.bigInt(-(10n ** 15n), 10n ** 15n) }), {
  maxLength: 6,
})

test('whatever is tried, an entry either adds up to zero everywhere or is not made', () => {
  const seen = { made: 0, refused: 0 }
  fc.assert(
    fc.property(anyPostings, fc.boolean(), (tried, mend) => {
      const sums = new Map<string, { account: Account; minor: bigint }>()
      for (const { account: each, minor } of tried) {
        const books = `${each.legalEntityId} ${each.currency}`
        sums.set(books, { account: each, minor: (sums.get(books)?.minor ?? 0n) + minor })
      }
      const off = [...sums.values()].filter(({ minor }) => minor !== 0n)
      const all = mend
        ? [...tried, ...off.map(({ account: each, minor }) => ({ account: each, minor: -minor }))]
        : tried
      const postings = all.map(({ account: each, minor }) => ({ account: each, amount: money(minor, each.currency) }))
      const sound = all.length > 1 && all.every(({ minor }) => minor !== 0n) && (mend || off.length === 0)
      seen[sound ? 'made' : 'refused'] += 1
      if (sound) expect(entry('e', postings).postings).toEqual(postings)
      else expect(() => entry('e', postings)).toThrow()
    }),
    { numRuns: 5_000 },
  )
  expect(Math.min(seen.made, seen.refused)).toBeGreaterThan(500)
})

/** One simulated payable after another: what happens to it next is drawn from a small seeded generator. */
const simulate = (operations: number, seed: number) => {
  let state = seed
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  const currencies = ['USD', 'EUR', 'JPY'] as const
  const entries: Entry[] = []
  const owed = new Map<string, bigint>()
  const open: { payeeId: string; minor: bigint; currency: string; stage: 'approved' | 'sent' | 'settled' }[] = []
  const owe = (key: string, minor: bigint) => owed.set(key, (owed.get(key) ?? 0n) + minor)

  for (let at = 0; at < operations; at += 1) {
    const id = `e${at}`
    const pick = draw(8) < 3 ? undefined : open[draw(Math.max(1, open.length))]
    const payeeId = pick?.payeeId ?? `payee-${draw(500)}`
    const currency = pick?.currency ?? currencies[draw(3)]!
    const minor = pick?.minor ?? BigInt(draw(10_000_000) + 1)
    const each = { ...act(id, minor), payeeId, amount: money(minor, currency) }
    const key = `${payeeId} ${currency}`
    if (pick === undefined) {
      entries.push(invoiceApproved(each))
      open.push({ payeeId, minor, currency, stage: 'approved' })
      owe(key, minor)
    } else if (pick.stage === 'approved' && draw(10) === 0) {
      entries.push(draw(2) === 0 ? creditIssued(each) : reverse(invoiceApproved({ ...each, id: `${id}v` }), id))
      open.splice(open.indexOf(pick), 1)
      owe(key, -minor)
    } else if (pick.stage === 'approved') {
      entries.push(paymentSent(each))
      pick.stage = 'sent'
      owe(key, -minor)
    } else if (draw(5) === 0) {
      entries.push(paymentReturned({ ...each, after: pick.stage }))
      pick.stage = 'approved'
      owe(key, minor)
    } else if (pick.stage === 'sent') {
      entries.push(paymentSettled(each))
      pick.stage = 'settled'
    } else {
      open.splice(open.indexOf(pick), 1)
      entries.push(invoiceApproved(each))
      open.push({ payeeId, minor, currency, stage: 'approved' })
      owe(key, minor)
    }
  }
  return { entries, owed, open }
}

test('after 100,000 operations the books sum to zero and owe each payee exactly what the model says', () => {
  const { entries, owed } = simulate(100_000, 7)
  const balances = balancesOf(entries)

  for (const [key, minor] of owed) {
    const [payeeId, currency] = key.split(' ')
    expect(balanceOf(balances, account('payable', payeeId!, currency)).minor).toBe(-minor)
  }
  expect([...balances.values()].reduce((sum, minor) => sum + minor, 0n)).toBe(0n)
  expect(entries).toHaveLength(100_000)
  expect(cpuMs(() => balancesOf(entries))).toBeLessThan(1_000)
})

test('the books sum to zero in every currency after any sequence, and what is on its way is what was sent', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(300), (seed, operations) => {
      const { entries, open } = simulate(operations, seed)
      const balances = balancesOf(entries)
      for (const currency of ['USD', 'EUR', 'JPY']) {
        const inCurrency = [...balances].filter(([key]) => key.endsWith(` ${currency}`))
        const onTheWay = open.filter((each) => each.stage === 'sent' && each.currency === currency)
        expect(inCurrency.reduce((sum, [, minor]) => sum + minor, 0n)).toBe(0n)
        expect(balanceOf(balances, account('clearing', 'main-account', currency)).minor).toBe(
          -onTheWay.reduce((sum, { minor }) => sum + minor, 0n),
        )
      }
    }),
    { numRuns: 200 },
  )
})

test('reversing everything empties every account, and reversing twice is as if nothing had happened', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(60), (seed, operations) => {
      const { entries } = simulate(operations, seed)
      const undone = entries.map((each) => reverse(each, `${each.id}r`))
      const redone = undone.map((each) => reverse(each, `${each.id}r`))

      expect([...balancesOf([...entries, ...undone]).values()].every((minor) => minor === 0n)).toBe(true)
      expect(balancesOf([...entries, ...undone, ...redone])).toEqual(balancesOf(entries))
    }),
    { numRuns: 200 },
  )
})
