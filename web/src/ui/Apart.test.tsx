import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '#web/test/show.tsx'
import { Apart } from './Apart.tsx'

test('names of several scripts stand side by side, each with a direction of its own', () => {
  show(
    <p>
      <Apart names={['نور المصري', 'INV-19']} />
    </p>,
  )
  const line = screen.getByRole('paragraph')

  expect(line.textContent).toBe('نور المصري · INV-19')
  expect([...line.querySelectorAll('bdi')].map(({ textContent }) => textContent)).toEqual(['نور المصري', 'INV-19'])
})
