import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '#web/test/show.tsx'
import { FactList } from './FactList.tsx'

test('a fact that is missing is a dash, never a hole', () => {
  show(<FactList facts={[{ label: 'Phone', value: null }]} />)

  expect(screen.getByRole('definition').textContent).toBe('—')
})
