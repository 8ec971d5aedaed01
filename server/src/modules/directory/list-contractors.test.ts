import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aContractor } from '#test/directory-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { addRate, type ContractorFilter, contractorSorts, listContractors } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  for (const [displayName, more] of people) await aContractor(w, { displayName, ...more })
})
afterAll(() => w.close())

const people: readonly (readonly [string, Record<string, unknown>])[] = [
  [
    'Priya Raman',
    { email: 'priya.raman@studio-raman.example', headline: 'Motion designer', skills: ['C++', 'Print'] },
  ],
  ['Łukasz Żółć', { email: 'lz@poczta.example', city: 'Łódź', country: 'PL' }],
  ["Siobhán O'Brien", { email: 'siobhan@example.ie', country: 'IE', skills: ['C#'] }],
  ['Γιώργος Παππάς', { email: 'gp@example.gr', country: 'GR' }],
  ['Иван Петров', { email: 'ip@example.bg', country: 'BG' }],
  ['أحمد حسن', { email: 'ah@example.eg', country: 'EG' }],
  ['דנה לוי', { email: 'dl@example.il', country: 'IL' }],
  ['अनिल शर्मा', { email: 'as@example.in', country: 'IN' }],
  ['李小龍', { email: 'lx@example.hk', country: 'HK', headline: '平面設計師' }],
  ['佐藤 健', { email: 'sk@example.jp', country: 'JP' }],
  ['김철수', { email: 'kc@example.kr', country: 'KR' }],
  ['สมชาย ใจดี', { email: 'sj@example.th', country: 'TH' }],
  ['Jean-Luc Ferré', { email: 'jl@example.fr', country: 'FR', city: 'Orléans' }],
]

const found = async (filter: Record<string, unknown>) => {
  const { items } = await w.done(listContractors, w.member('manager'), filter)
  return items.map(({ displayName }) => displayName)
}

describe('what nobody can be found by', () => {
  const signs = [
    "'",
    '"',
    '%',
    '_',
    ':*',
    '&',
    '|',
    '!',
    '!!',
    '()',
    '<->',
    '\\',
    "\\'",
    '--',
    '/*',
    '*',
    '🎉',
    '\u0301',
  ]
  test.each(signs)('%s finds nobody and breaks nothing', async (search) => {
    expect(await found({ search })).toEqual([])
  })

  test('no text at all makes the search fail', async () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 60 })
      .filter((value) => !value.includes('\0') && value.isWellFormed())
    const hostile = fc.array(fc.oneof(text, fc.constantFrom(...signs, 'priya', '李', 'raman')), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(hostile, async (parts) => {
        const { status } = await w.ask(listContractors, w.member('manager'), {
          search: parts.join(' ').slice(0, 100),
        })
        return status === 200
      }),
      { numRuns: 150 },
    )
  })

  test('a place that somebody made up is refused, and not taken for the beginning', async () => {
    const madeUp = ['x', btoa('["a"]'), btoa('["a","b"]'), btoa('["\\u0000","0199a000-0000-7000-8000-000000000000"]')]

    for (const after of madeUp)
      expect(await w.ask(listContractors, w.member('manager'), { after })).toMatchObject({
        status: 422,
        body: { errors: [expect.objectContaining({ pointer: '#/after' })] },
      })
  })
})

describe('what somebody is found by', () => {
  test.each([
    ['beginnings of words in any order', 'ram pri', 'Priya Raman'],
    ['a part of the e-mail address', 'studio', 'Priya Raman'],
    ['the whole e-mail address', 'priya.raman@studio-raman.example', 'Priya Raman'],
    ['the headline', 'motion', 'Priya Raman'],
    ['a skill with signs in it', 'c++', 'Priya Raman'],
    ['a skill with another sign', 'C#', "Siobhán O'Brien"],
    ['letters without their accents', 'lukasz zolc', 'Łukasz Żółć'],
    ['letters with them', 'Żółć', 'Łukasz Żółć'],
    ['the city', 'lodz', 'Łukasz Żółć'],
    ['a name without its apostrophe', 'obrien', "Siobhán O'Brien"],
    ['a name with a curly one', 'o’brien', "Siobhán O'Brien"],
    ['half of a double name', 'luc', 'Jean-Luc Ferré'],
    ['Greek, accents or not', 'γιωργος', 'Γιώργος Παππάς'],
    ['Cyrillic in capitals', 'ПЕТРОВ', 'Иван Петров'],
    ['Arabic', 'حسن', 'أحمد حسن'],
    ['Hebrew', 'לוי', 'דנה לוי'],
    ['Devanagari', 'शर्मा', 'अनिल शर्मा'],
    ['Thai', 'สมช', 'สมชาย ใจดี'],
    ['one Chinese character', '李', '李小龍'],
    ['two in the middle of a name', '小龍', '李小龍'],
    ['Chinese in the headline', '設計', '李小龍'],
    ['Japanese', '佐藤', '佐藤 健'],
    ['a Korean syllable', '철', '김철수'],
    ['Chinese and Latin together', '李 lx', '李小龍'],
    ['wide Latin letters', 'ｐｒｉｙａ', 'Priya Raman'],
  ])('%s: %s', async (_, search, name) => {
    expect(await found({ search })).toEqual([name])
  })

  test.each([
    ['two slips', 'Prya Ramen', 'Priya Raman'],
    ['a slip in the first letter', 'Briya', 'Priya Raman'],
    ['a slip after a letter with a stroke', 'łukazs', 'Łukasz Żółć'],
    ['a slip in Cyrillic capitals', 'ИВНА', 'Иван Петров'],
    ['a slip in Greek', 'γιωργοσ παπασ', 'Γιώργος Παππάς'],
  ])('a name with %s comes first among those that look alike', async (_, search, name) => {
    expect((await found({ search }))[0]).toBe(name)
  })

  test('all words must fit, in whatever script', async () => {
    expect(await found({ search: '李 priya' })).toEqual([])
  })

  test('filters narrow a search, and several choices of one filter widen it', async () => {
    expect(await found({ search: 'example', country: ['PL', 'GR'] })).toEqual(['Łukasz Żółć', 'Γιώργος Παππάς'])
    expect(await found({ skill: ['C++', 'Print'] })).toEqual(['Priya Raman'])
    expect(await found({ skill: ['C++', 'C#'] })).toEqual([])
    expect(await found({ status: 'active' })).toEqual([])
  })
})

test('the archived are found only by asking for them', async () => {
  const contractor = await aContractor(w, { displayName: 'Archie Ved' })
  await w.sql("update contractors set status = 'archived' where id = $1", [contractor.id])

  expect(await found({ search: 'archie' })).toEqual([])
  expect(await found({ search: 'archie', status: ['archived'] })).toEqual(['Archie Ved'])
})

test('a row shows the rate that holds today where the organization is', async () => {
  const contractor = await aContractor(w, { displayName: 'Rate Holder' })
  const rate = { contractorId: contractor.id, unit: 'day' }
  const manager = w.member('manager')
  await w.done(addRate, manager, { ...rate, price: { amount: '600.00', currency: 'EUR' }, validFrom: '2026-11-16' })
  await w.done(addRate, manager, { ...rate, price: { amount: '900.00', currency: 'EUR' }, validFrom: '2026-11-17' })

  const { body } = await w.ask(listContractors, manager, { search: 'rate holder' })

  expect(body).toMatchObject({ items: [{ rate: { unit: 'day', price: { amount: '600.00', currency: 'EUR' } } }] })
})

test('a member limited to departments sees their contractors, and none that is filed under no department', async () => {
  const departmentId = '0199a000-0000-7000-8000-00000000000d'
  await w.sql("insert into departments (organization_id, id, name) values ($1, $2, 'Design')", [
    w.northwind,
    departmentId,
  ])
  await aContractor(w, { displayName: 'Hidden Hank', departmentId })
  const elsewhere = { ...w.member('manager'), departmentIds: ['0199a000-0000-7000-8000-00000000000e'] }

  const names = async (departmentIds: readonly string[]) =>
    (await w.done(listContractors, { ...elsewhere, departmentIds }, { limit: 200 })).items.map(
      (row) => row.displayName,
    )

  expect(await names(elsewhere.departmentIds)).toEqual([])
  expect(await names([departmentId])).toEqual(['Hidden Hank'])
})

test('pages never miss or repeat anybody, whatever their size, order and filter', async () => {
  for (let n = 0; n < 15; n++) await aContractor(w, { displayName: 'Same Name', country: n % 2 ? 'US' : 'DE' })
  await aContractor(w, { displayName: '"\\'.repeat(100) })
  await aContractor(w, { displayName: '龍'.repeat(200) })
  const everyone = await w.sql("select id, country from contractors where status <> 'archived'")

  const filters = fc.constantFrom<Pick<ContractorFilter, 'country' | 'search'>>({}, { country: ['US'] })
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(...contractorSorts),
      filters,
      async (limit, sort, filter) => {
        const seen = await allPages({ ...filter, limit, sort })
        const expected = everyone.filter(({ country }) => !filter.country || filter.country.includes(country))
        expect(seen).toHaveLength(expected.length)
        expect(new Set(seen)).toEqual(new Set(expected.map(({ id }) => id)))
      },
    ),
    { numRuns: 12 },
  )
})

const allPages = async (filter: Record<string, unknown>): Promise<string[]> => {
  const manager = w.member('manager')
  const ids: string[] = []
  let after: string | null | undefined
  do {
    const page = await w.done(listContractors, manager, after ? { ...filter, after } : filter)
    ids.push(...page.items.map(({ id }) => id))
    after = page.next
  } while (after)
  return ids
}

test('names run backwards when asked for', async () => {
  const names = async (sort: string, search?: string) => found({ sort, limit: 200, ...(search ? { search } : {}) })

  expect(await names('-name')).toEqual((await names('name')).reverse())
  expect(await names('-name', 'example')).toEqual((await names('name', 'example')).reverse())
})

test('the newest come first when asked for', async () => {
  await aContractor(w, { displayName: 'Aaron Latest' })

  expect((await found({ sort: '-added', limit: 1 }))[0]).toBe('Aaron Latest')
  expect((await found({ sort: '-added', search: 'example' }))[0]).toBe('Aaron Latest')
  expect((await found({ sort: 'added', limit: 1 }))[0]).toBe('Priya Raman')
})
