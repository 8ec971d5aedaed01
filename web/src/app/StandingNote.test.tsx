import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { standings } from '#kernel/standing.ts'
import { show } from '#web/test/show.tsx'
import { StandingNote } from './StandingNote.tsx'

test('a contractor at work is told nothing, and everybody else what they can still do', () => {
  for (const standing of standings) {
    const { unmount } = show(<StandingNote standing={standing} />)
    expect(screen.queryAllByRole('status')).toHaveLength(standing === 'open' ? 0 : 1)
    unmount()
  }
})
