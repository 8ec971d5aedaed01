import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '#web/test/show.tsx'
import { Tags } from './Tags.tsx'

test('words that do not fit are counted and named on hover', () => {
  show(<Tags words={['React', 'Legal', 'Copy']} shown={1} />)

  expect(screen.getByText('+2').title).toBe('Legal, Copy')
})
