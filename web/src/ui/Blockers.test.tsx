import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Blocker } from '#kernel/blocker.ts'
import { PlainDate } from '#kernel/dates.ts'
import { now, show } from '#web/test/show.tsx'
import { Blockers } from './Blockers.tsx'

const blocker = (owner: Blocker['owner'], sentence: string, by: string | null = null): Blocker => ({
  code: `test.${owner}`,
  sentence,
  owner,
  since: new Date(now.getTime() - 3 * 3_600_000),
  by: by === null ? null : PlainDate.parse(by),
  clears: { label: 'Clear it', path: '/invoices' },
})

describe('blockers', () => {
  test('nothing in the way shows nothing', () => {
    show(<Blockers title="Before it can be paid" blockers={[]} />)

    expect(screen.queryByRole('region')).toBeNull()
  })

  test('what is the reader’s move comes first, with its button', () => {
    show(
      <Blockers
        title="Before it can be paid"
        blockers={[blocker('finance', 'It waits for a run.'), blocker('manager', 'It waits for you.')]}
      />,
    )

    const [first, second] = screen.getAllByRole('listitem')
    expect(first?.textContent).toContain('It waits for you.')
    expect(first?.textContent).toContain('Your move')
    expect(second?.textContent).toContain('Waits for finance')
    expect(second?.textContent).toContain('since 3 h ago')
  })

  test('a name stands for the role where it is known, and what is late says so in words', () => {
    const late = blocker('legal', 'The agreement is missing.', '2026-11-20')
    show(<Blockers title="Before it starts" names={{ legal: 'Ines Duarte' }} blockers={[late]} />)

    const item = screen.getByRole('listitem')
    expect(item.textContent).toContain('Waits for Ines Duarte')
    expect(item.textContent).toContain('was due 20 Nov')
  })

  test('what passes by itself waits for nobody', () => {
    show(<Blockers title="Before it starts" blockers={[blocker('nobody', 'The bank is closed.', '2026-11-24')]} />)

    expect(screen.getByRole('listitem').textContent).toContain('Clears by itself')
  })

  test('the button leads below the organization', () => {
    show(<Blockers title="Before it starts" blockers={[blocker('manager', 'It waits for you.')]} />)

    expect(screen.getByRole('link', { name: 'Clear it' }).getAttribute('href')).toBe('/northwind/invoices')
  })
})
