import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ProblemError } from '#web/lib/problem.ts'
import { show } from '#web/test/show.tsx'
import { ProblemNote } from './ProblemNote.tsx'

const refused = new ProblemError({
  slug: 'invalid-input',
  status: 422,
  title: 'Some of the details need attention.',
  errors: [
    { pointer: '#/lines/0/quantity', detail: 'Write a quantity.' },
    { pointer: '#/name', detail: 'Write the name.' },
  ],
})

test('there is nothing to see while nothing is refused', () => {
  show(<ProblemNote problem={null} />)

  expect(screen.queryByRole('alert')).toBeNull()
})

test('a refusal is announced in its own words', () => {
  show(<ProblemNote problem={refused} />)

  expect(screen.getByRole('alert').textContent).toContain('Some of the details need attention.')
})

test('each refused field is a link that puts the keyboard into that field', async () => {
  const { user } = show(
    <>
      <ProblemNote problem={refused} />
      <input data-path="lines.0.quantity" aria-label="Quantity" />
      <input name="name" aria-label="Name" />
    </>,
  )

  await user.click(screen.getByRole('button', { name: 'Write a quantity.' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Quantity'))

  await user.click(screen.getByRole('button', { name: 'Write the name.' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Name'))
})

test('a field that is on another page is named without moving the keyboard', async () => {
  const { user } = show(<ProblemNote problem={refused} />)

  await user.click(screen.getByRole('button', { name: 'Write the name.' }))

  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Write the name.' }))
})

test('a fault of ours carries the reference that an admin can look up', () => {
  const fault = new ProblemError({
    slug: 'internal-error',
    status: 500,
    title: 'Something went wrong on our side.',
    extras: { requestId: 'a1b2' },
  })
  show(<ProblemNote problem={fault} />)

  expect(screen.getByText(/give your admin this reference: a1b2/)).toBeTruthy()
})

test('what could not be loaded can be asked for again', async () => {
  let tries = 0
  const { user } = show(
    <ProblemNote
      problem={refused}
      onRetry={() => {
        tries += 1
      }}
    />,
  )

  await user.click(screen.getByRole('button', { name: 'Try again' }))

  expect(tries).toBe(1)
})
