import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { OrganizationId, PersonId } from '#kernel/ids.ts'
import { type Money, money } from '#kernel/money.ts'
import { Problem } from '#kernel/problem.ts'
import { type Alongside, decide, type Earlier, isApproved, type Outcome } from './approval.ts'
import type { Decision } from './contract.ts'

const personId = (digit: number) => PersonId.parse(`0199a000-0000-7000-8000-00000000000${digit}`)
const signedIn = (digit: number, via: Actor['via'] = 'session'): Actor => ({
  organizationId: OrganizationId.parse('0199a000-0000-7000-8000-0000000000aa'),
  personId: personId(digit),
  roles: ['approver'],
  departmentIds: 'all',
  via,
})
const usd = (dollars: number) => money(BigInt(dollars) * 100n, 'USD')
const hashOf = (content: number) => String(content).repeat(64)
const subject = (amount: Money | null, content = 1, involved: readonly number[] = []) => ({
  kind: 'invoice',
  subjectId: '0199a000-0000-7000-8000-0000000000bb',
  contentHash: hashOf(content),
  amount,
  involvedPersonIds: involved.map(personId),
})
const free = { limits: [], secondAbove: [], earlier: [], alongside: [] }
const approve = { decision: 'approved', note: null } as const
const slugOf = (act: () => unknown): string | undefined => {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error.slug
    throw error
  }
}

describe('refused', () => {
  test.each(['key', 'link', 'job'] as const)('whoever comes by %s: only a person signed in decides', (via) => {
    for (const decision of ['approved', 'returned', 'rejected'] as const)
      expect(slugOf(() => decide(signedIn(1, via), subject(usd(1)), free, { decision, note: 'No' }))).toBe(
        'forbidden',
      )
  })

  test('whoever took part, whatever they decide', () => {
    for (const decision of ['approved', 'returned', 'rejected'] as const)
      expect(slugOf(() => decide(signedIn(1), subject(usd(1), 1, [2, 1]), free, { decision, note: 'Mine' }))).toBe(
        'own-subject',
      )
  })

  test.each([null, '', '  '])('a return without a reason (%j)', (note) => {
    expect(slugOf(() => decide(signedIn(1), subject(usd(1)), free, { decision: 'returned', note }))).toBe(
      'invalid-input',
    )
  })

  test('one cent over the limit, also as a credit; and any amount of a currency without one', () => {
    const grounds = { ...free, limits: [usd(1_000)] }
    const over = money(100_001n, 'USD')

    expect(slugOf(() => decide(signedIn(1), subject(over), grounds, approve))).toBe('over-your-limit')
    expect(slugOf(() => decide(signedIn(1), subject(money(-over.minor, 'USD')), grounds, approve))).toBe(
      'over-your-limit',
    )
    expect(slugOf(() => decide(signedIn(1), subject(money(1n, 'EUR')), grounds, approve))).toBe('over-your-limit')
    expect(decide(signedIn(1), subject(usd(1_000)), grounds, approve).isComplete).toBe(true)
  })

  test('a second approval by the same person', () => {
    const earlier: Earlier[] = [{ decision: 'approved', personId: personId(1), contentHash: hashOf(1), needed: 2 }]
    const grounds = { ...free, secondAbove: [usd(100)], earlier }

    expect(slugOf(() => decide(signedIn(1), subject(usd(200)), grounds, approve))).toBe('already-approved')
    expect(decide(signedIn(2), subject(usd(200)), grounds, approve)).toEqual({
      approvals: 2,
      needed: 2,
      isComplete: true,
    })
  })
})

describe('decided', () => {
  test('up to the amount of the policy one approval is enough; above it, and in other currencies, it takes two', () => {
    const grounds = { ...free, secondAbove: [usd(5_000)] }
    const neededFor = (amount: Money | null) => decide(signedIn(1), subject(amount), grounds, approve).needed

    expect(neededFor(usd(5_000))).toBe(1)
    expect(neededFor(money(500_001n, 'USD'))).toBe(2)
    expect(neededFor(money(1n, 'EUR'))).toBe(2)
    expect(neededFor(null)).toBe(1)
  })

  test('somebody over their limit may still return it', () => {
    const grounds = { ...free, limits: [usd(1)] }

    expect(decide(signedIn(1), subject(usd(9)), grounds, { decision: 'returned', note: 'Wrong rate' })).toMatchObject(
      {
        isComplete: false,
      },
    )
  })
})

type Attempt = Readonly<{ who: number; content: number; decision: Decision }>

const attempts = fc.array(
  fc.record<Attempt>({
    who: fc.integer({ min: 1, max: 4 }),
    content: fc.integer({ min: 1, max: 2 }),
    decision: fc.constantFrom<Decision>('approved', 'approved', 'approved', 'returned', 'rejected'),
  }),
  { maxLength: 12 },
)
const cents = fc.bigInt({ min: -1_000n, max: 1_000n })

/** Lets people try one after another and keeps what was accepted, as the table would. */
const play = (
  tries: readonly Attempt[],
  amount: Money,
  rules: Readonly<{ limits: readonly (readonly Money[])[]; above: readonly Money[] }>,
) => {
  const accepted: (Attempt & Outcome)[] = []
  const earlier: Earlier[] = []
  for (const attempt of tries) {
    const { who, content, decision } = attempt
    const grounds = { ...free, limits: rules.limits[who] ?? [], secondAbove: rules.above, earlier: [...earlier] }
    try {
      const outcome = decide(signedIn(who), subject(amount, content, [4]), grounds, { decision, note: 'Because' })
      accepted.push({ ...attempt, ...outcome })
      earlier.push({ decision, personId: personId(who), contentHash: hashOf(content), needed: outcome.needed })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
  return { accepted, earlier }
}

const scene = fc.record({
  tries: attempts,
  amount: cents.map((minor) => money(minor, 'USD')),
  limits: fc.array(
    fc.array(
      cents.map((minor) => money(minor < 0n ? -minor : minor, 'USD')),
      { maxLength: 1 },
    ),
    {
      minLength: 5,
      maxLength: 5,
    },
  ),
  above: fc.array(
    cents.map((minor) => money(minor < 0n ? -minor : minor, 'USD')),
    { maxLength: 1 },
  ),
})

type Bill = Readonly<{ who: number; minor: bigint }>

const bills = fc.array(
  fc.record<Bill>({ who: fc.integer({ min: 1, max: 3 }), minor: fc.bigInt({ min: 1n, max: 600n }) }),
  {
    maxLength: 15,
  },
)

/** People approve one invoice of a contractor after another, each once; what was accepted counts with the next. */
const approveEach = (
  tried: readonly Bill[],
  rules: Readonly<{ limits: readonly Money[]; secondAbove: readonly Money[] }>,
) => {
  const alongside: Alongside[] = []
  for (const [index, { who, minor }] of tried.entries()) {
    const amount = money(minor, 'USD')
    try {
      const { needed } = decide(
        signedIn(who),
        subject(amount),
        { ...free, ...rules, alongside: [...alongside] },
        approve,
      )
      alongside.push({ subjectId: `bill ${index}`, personId: personId(who), amount, needed })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
  return alongside
}
const total = (some: readonly Alongside[]) => some.reduce((sum, { amount }) => sum + amount.minor, 0n)

describe('one contractor’s invoices, however they are cut', () => {
  test('never add up to more than their approver’s limit', () => {
    fc.assert(
      fc.property(bills, (tried) => {
        const approved = approveEach(tried, { limits: [money(1_000n, 'USD')], secondAbove: [] })
        for (const who of [1, 2, 3])
          expect(total(approved.filter((one) => one.personId === personId(who))) <= 1_000n).toBe(true)
      }),
    )
  })

  test('never add up to more than one person may approve alone, whoever approves them', () => {
    fc.assert(
      fc.property(bills, (tried) => {
        const approved = approveEach(tried, { limits: [], secondAbove: [money(1_000n, 'USD')] })
        expect(total(approved.filter(({ needed }) => needed === 1)) <= 1_000n).toBe(true)
      }),
    )
  })
})

describe('whatever people try, in any order', () => {
  test('nobody approves their own, and nobody approves more than they may', () => {
    fc.assert(
      fc.property(scene, ({ tries, amount, ...rules }) => {
        const { accepted } = play(tries, amount, rules)
        const size = amount.minor < 0n ? -amount.minor : amount.minor
        for (const { who, decision } of accepted) {
          expect(who).not.toBe(4)
          const [limit] = rules.limits[who] ?? []
          if (decision === 'approved' && limit) expect(size <= limit.minor).toBe(true)
        }
      }),
    )
  })

  test('what is complete was approved by as many different people as it takes, all of the same content', () => {
    fc.assert(
      fc.property(scene, ({ tries, amount, ...rules }) => {
        const { accepted } = play(tries, amount, rules)
        accepted.forEach((last, index) => {
          if (!last.isComplete) return
          const before = accepted.slice(0, index + 1)
          const since = before.slice(before.findLastIndex(({ decision }) => decision !== 'approved') + 1)
          const people = since.filter(({ content }) => content === last.content).map(({ who }) => who)
          expect(new Set(people).size).toBe(people.length)
          expect(people.length).toBeGreaterThanOrEqual(last.needed)
        })
      }),
    )
  })

  test('a return voids what was approved, and another content starts anew', () => {
    fc.assert(
      fc.property(scene, ({ tries, amount, ...rules }) => {
        const { earlier } = play(tries, amount, rules)
        const last = earlier.at(-1)
        if (last?.decision !== 'approved')
          expect([1, 2].some((content) => isApproved(earlier, hashOf(content)))).toBe(false)
        expect(isApproved(earlier, hashOf(3))).toBe(false)
      }),
    )
  })
})
