import { screen, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import type { List, ListState } from '#web/lib/listState.ts'
import { ProblemError } from '#web/lib/problem.ts'
import type { Pages } from '#web/lib/usePages.ts'
import { store } from '#web/lib/useRemembered.ts'
import { show } from '#web/test/show.tsx'
import { type Column, DataTable, type DataTableProps, type Selection } from './DataTable.tsx'

type Person = Readonly<{ id: string; name: string; city: string }>

const people: readonly Person[] = [
  { id: 'p1', name: 'Priya Raman', city: 'Pune' },
  { id: 'p2', name: 'Lee Okafor', city: 'Lagos' },
  { id: 'p3', name: 'Ines Duarte', city: 'Porto' },
]

const columns: readonly Column<Person>[] = [
  { id: 'name', header: 'Name', width: 200, sort: 'name', cell: ({ name }) => name },
  { id: 'city', header: 'City', width: 100, cell: ({ city }) => city },
  { id: 'id', header: 'Number', width: 100, startsHidden: true, cell: ({ id }) => id },
]

const loaded: Pages<Person, unknown> = {
  rows: people,
  first: undefined,
  isLoading: false,
  isPrevious: false,
  isLoadingMore: false,
  hasMore: false,
  loadMore: () => undefined,
  problem: null,
  retry: () => undefined,
}

const bare: ListState = { search: '', sort: undefined, filters: {}, columns: undefined }

type Given = Partial<DataTableProps<Person>> & Readonly<{ start?: ListState; told?: ListState[] }>

const Table = ({ start = bare, told = [], ...props }: Given) => {
  const [state, setState] = useState(start)
  const change = (changed: Partial<ListState>) => {
    const next = { ...state, ...changed }
    told.push(next)
    setState(next)
  }
  const list: List = { state, change, place: undefined, remember: () => undefined }
  return (
    <DataTable
      noun="people"
      searchLabel="Search people"
      columns={columns}
      list={list}
      pages={loaded}
      rowId={({ id }) => id}
      rowHref={({ id }) => `/northwind/people/${id}`}
      empty={<p>People will be here</p>}
      {...props}
    />
  )
}

const rowOf = (name: string) => screen.getByRole('row', { name: new RegExp(name) })
const idsOf = (selection: Selection | undefined) => (selection?.kind === 'rows' ? [...selection.ids] : 'the result')

describe('by keyboard', () => {
  test('j and k walk the rows and put the focus on them', async () => {
    const { user } = show(<Table />)

    await user.keyboard('j')
    expect(document.activeElement).toBe(rowOf('Priya'))
    await user.keyboard('jj')
    expect(document.activeElement).toBe(rowOf('Ines'))
    await user.keyboard('jj')
    expect(document.activeElement).toBe(rowOf('Ines'))
    await user.keyboard('k')
    expect(document.activeElement).toBe(rowOf('Lee'))
  })

  test('Enter opens the row that has the focus', async () => {
    const { user, address } = show(<Table />)

    await user.keyboard('jj{Enter}')

    expect(address()).toBe('/northwind/people/p2')
  })

  test('x chooses the row and takes it back, Escape chooses nothing', async () => {
    let chosen: Selection | undefined
    const { user } = show(
      <Table
        bulk={(selection) => {
          chosen = selection
          return null
        }}
      />,
    )

    await user.keyboard('jxjx')
    expect(idsOf(chosen)).toEqual(['p1', 'p2'])
    expect(rowOf('Lee').getAttribute('aria-selected')).toBe('true')
    await user.keyboard('x')
    expect(idsOf(chosen)).toEqual(['p1'])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('toolbar')).toBeNull()
  })

  test('e changes the row, / goes to the search', async () => {
    const edited: string[] = []
    const { user } = show(<Table onEdit={({ name }) => edited.push(name)} />)

    await user.keyboard('jje')
    expect(edited).toEqual(['Lee Okafor'])
    await user.keyboard('/')
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search people' }))
  })

  test('nothing happens before a row has been reached', async () => {
    const edited: string[] = []
    const { user, address } = show(<Table onEdit={({ name }) => edited.push(name)} bulk={() => null} />)

    await user.keyboard('ex')

    expect(edited).toEqual([])
    expect(screen.queryByRole('toolbar')).toBeNull()
    expect(address()).toBe('/northwind/contractors')
  })

  test('letters typed into the search stay letters', async () => {
    const { user } = show(<Table />)

    await user.type(screen.getByRole('searchbox'), 'jxe')

    expect(screen.getByRole('searchbox')).toHaveProperty('value', 'jxe')
    expect(document.activeElement).toBe(screen.getByRole('searchbox'))
  })

  test('whoever switched single keys off keeps the arrows and the space bar on a row', async () => {
    store('single-keys', false)
    let chosen: Selection | undefined
    const { user } = show(
      <Table
        bulk={(selection) => {
          chosen = selection
          return null
        }}
      />,
    )

    await user.keyboard('j')
    expect(document.activeElement).toBe(document.body)
    rowOf('Priya').focus()
    await user.keyboard('{ArrowDown} ')
    expect(document.activeElement).toBe(rowOf('Lee'))
    expect(idsOf(chosen)).toEqual(['p2'])
  })
})

describe('choosing', () => {
  test('all rows on the screen, and from there the whole result, also what is not loaded', async () => {
    let chosen: Selection | undefined
    const pages = { ...loaded, hasMore: true }
    const { user } = show(
      <Table
        pages={pages}
        total={10_000}
        bulk={(selection) => {
          chosen = selection
          return null
        }}
      />,
    )

    await user.click(screen.getByRole('checkbox', { name: 'Select all rows' }))
    expect(screen.getByText('3 selected')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Select all 10,000 that match' }))
    expect(chosen?.kind).toBe('result')
    await user.click(within(rowOf('Lee')).getByRole('checkbox'))

    expect(screen.getByText('9,999 selected')).toBeTruthy()
    expect(chosen).toEqual({ kind: 'result', except: new Set(['p2']) })
  })

  test('another search lets go of what was chosen', async () => {
    const { user } = show(<Table bulk={() => null} />)

    await user.keyboard('jx')
    expect(screen.getByRole('toolbar')).toBeTruthy()
    await user.type(screen.getByRole('searchbox'), 'lee')

    await expect.poll(() => screen.queryByRole('toolbar')).toBeNull()
  })

  test('without anything to do with many rows, none can be chosen', () => {
    show(<Table />)

    expect(screen.queryByRole('checkbox')).toBeNull()
  })
})

describe('what the list shows', () => {
  test('filters show how many rows each leaves and go into the address', async () => {
    const told: ListState[] = []
    const city = { id: 'city', label: 'City', options: [{ value: 'lagos', label: 'Lagos', count: 1200 }] }
    const { user } = show(<Table told={told} facets={[city]} />)

    await user.click(screen.getByRole('button', { name: 'City' }))
    await user.click(await screen.findByRole('checkbox', { name: /Lagos\s*1,200/ }))

    expect(told.at(-1)?.filters).toEqual({ city: ['lagos'] })
  })

  test('a head sorts up, then down, then as usual', async () => {
    const told: ListState[] = []
    const { user } = show(<Table told={told} />)
    const head = () => screen.getByRole('button', { name: 'Name' })

    await user.click(head())
    expect(screen.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe('ascending')
    await user.click(head())
    await user.click(head())

    expect(told.map(({ sort }) => sort)).toEqual(['name', '-name', undefined])
  })

  test('columns are chosen, and the one that names the row always stays', () => {
    show(<Table start={{ ...bare, columns: ['id'] }} />)

    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Name', 'Number'])
  })

  test('a column that is asked for only comes when asked for', () => {
    show(<Table />)

    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['Name', 'City'])
  })

  test('the next page is asked for before the end is reached', () => {
    let asked = 0
    const loadMore = () => {
      asked += 1
    }
    show(<Table pages={{ ...loaded, hasMore: true, loadMore }} />)

    expect(asked).toBeGreaterThan(0)
  })
})

describe('when there is nothing to show', () => {
  test('a list that was never filled says what belongs there', () => {
    show(<Table pages={{ ...loaded, rows: [] }} />)

    expect(screen.getByText('People will be here')).toBeTruthy()
    expect(screen.queryByRole('searchbox')).toBeNull()
  })

  test('a search without a result says so and offers the way out', async () => {
    const told: ListState[] = []
    const { user } = show(<Table told={told} start={{ ...bare, search: 'xyz' }} pages={{ ...loaded, rows: [] }} />)

    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }))

    expect(told.at(-1)).toMatchObject({ search: '', filters: {} })
  })

  test('a list that could not be loaded says why and can be asked for again', async () => {
    let tries = 0
    const problem = new ProblemError({ slug: 'unreachable', status: 0, title: 'Muster cannot be reached.' })
    const retry = () => {
      tries += 1
    }
    const { user } = show(<Table pages={{ ...loaded, rows: [], problem, retry }} />)

    await user.click(screen.getByRole('button', { name: 'Try again' }))

    expect(screen.getByText('Muster cannot be reached.')).toBeTruthy()
    expect(tries).toBe(1)
  })

  test('while it loads it shows shapes and says what is loading', () => {
    show(<Table pages={{ ...loaded, rows: [], isLoading: true }} />)

    expect(screen.getByText('Loading people')).toBeTruthy()
  })
})
