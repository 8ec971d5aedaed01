import { afterAll, beforeAll, expect, test } from 'vitest'
import { manyContractors } from '#test/many-contractors.ts'
import { createWorld, type World } from '#test/world.ts'
import type { ContractorFilter } from './contract.ts'
import { contractorsFor } from './search-store.ts'

const people = 50_000

let w: World
beforeAll(async () => {
  w = await createWorld()
  await manyContractors(w, people)
}, 120_000)
afterAll(() => w.close())

const flush = { name: 'test.flush-statistics', text: 'select pg_stat_force_next_flush()' }

/** What PostgreSQL itself counts of a search by the application's role: whole passes over the table, and rows fetched. */
const costOf = async (filter: ContractorFilter) => {
  const counted = async () => {
    const [row] = await w.sql(
      `select seq_scan::int as passes, (seq_tup_read + idx_tup_fetch)::int as rows
       from pg_stat_user_tables where relname = 'contractors'`,
    )
    return row
  }
  const manager = w.member('manager')
  const before = await counted()
  const page = await w.work(manager, async ({ tx, now }) => {
    const { text } = await contractorsFor(manager, tx, { filter, sort: 'name', limit: 50, after: undefined, now })
    await tx.named(flush, [])
    return JSON.parse(text)
  })
  const after = await counted()
  return { found: page.items.length, passes: after.passes - before.passes, rows: after.rows - before.rows }
}

test.each<[string, ContractorFilter, number]>([
  ['a name and a number', { search: 'priya raman 12' }, 500],
  ['an address', { search: 'person-4711@mail723.example' }, 60],
  ['a word without its accents', { search: 'garcia 24' }, 800],
  ['one Chinese character', { search: '龍' }, 300],
  ['a Chinese name', { search: '田中一郎' }, 300],
  ['two words in Cyrillic', { search: 'иван петров 7' }, 600],
  ['a skill', { skill: ['Skill 77'] }, 300],
  ['text and three filters', { search: 'raman', status: ['active'], country: ['US'], skill: ['Skill 105'] }, 400],
  ['nothing but the order', {}, 250],
])('searching %s reads no more than a small part of the table', async (_, filter, mostRows) => {
  const { found, passes, rows } = await costOf(filter)

  expect(passes).toBe(0)
  expect(found).toBeGreaterThan(0)
  expect(rows).toBeLessThan(mostRows)
})

test('a name with a slip in it goes through the trigrams, not over the table', async () => {
  const { found, passes } = await costOf({ search: 'Prija Ramann' })

  expect({ passes, found }).toEqual({ passes: 0, found: 50 })
})
