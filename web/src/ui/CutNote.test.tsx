import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '#web/test/show.tsx'
import { CutNote } from './CutNote.tsx'

test('a list that was cut says how much of it is shown', () => {
  show(<CutNote list={{ items: Array.from({ length: 1_000 }), isCut: true }} noun="departments" />)

  expect(screen.getByRole('note').textContent).toBe(
    'There are more departments than these: the first 1,000 are shown.',
  )
})

test('a whole list says nothing', () => {
  show(<CutNote list={{ items: [1], isCut: false }} noun="departments" />)

  expect(screen.queryByRole('note')).toBeNull()
})
