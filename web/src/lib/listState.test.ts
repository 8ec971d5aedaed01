import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNarrowed, listStateOf, nextSort, paramsOf, toggled } from './listState.ts'
import { parseSearch, readSearch, stringifySearch } from './searchParams.ts'

const facets = ['status', 'country']
const bare = { search: '', sort: undefined, filters: {}, columns: undefined }

describe('the address of a list', () => {
  test('says nothing for a list as it comes', () => {
    expect(stringifySearch(paramsOf(bare, facets, {}))).toBe('')
  })

  test('reads like words, each value once', () => {
    const state = { ...bare, search: 'legal', sort: '-name', filters: { status: ['active', 'ready'] } }

    expect(stringifySearch(paramsOf(state, facets, {}))).toBe('?q=legal&sort=-name&status=active&status=ready')
  })

  test('leaves alone what is not the list’s', () => {
    expect(paramsOf(bare, facets, { tab: 'lines' })).toMatchObject({ tab: 'lines' })
  })

  test('opens the same list again, whatever was typed and chosen', () => {
    const values = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { maxLength: 4 })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), values, values, (search, status, columns) => {
        const state = {
          search,
          sort: 'name',
          filters: status.length > 0 ? { status } : {},
          columns: columns.length > 0 ? columns : undefined,
        }
        const address = stringifySearch(paramsOf(state, facets, {}))
        expect(listStateOf(parseSearch(address), facets)).toEqual(state)
      }),
    )
  })

  test('written by somebody else breaks nothing', () => {
    expect(readSearch({ q: 'legal', status: ['active', 7], tab: { a: 1 } })).toEqual({
      q: 'legal',
      status: ['active'],
    })
  })
})

test('a value of a facet is added by one press and taken away by the next', () => {
  const once = toggled(bare, 'status', 'active')

  expect(once).toEqual({ status: ['active'] })
  expect(toggled({ ...bare, filters: once }, 'status', 'active')).toEqual({ status: [] })
})

test('a list is narrowed by words and by filters, not by order or columns', () => {
  expect(isNarrowed({ ...bare, sort: 'name', columns: ['a'], filters: { status: [] } })).toBe(false)
  expect(isNarrowed({ ...bare, search: 'x' })).toBe(true)
  expect(isNarrowed({ ...bare, filters: { status: ['active'] } })).toBe(true)
})

test('another column starts upwards', () => {
  expect(nextSort('-name', 'rate')).toBe('rate')
})
