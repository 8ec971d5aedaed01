import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ProblemError } from '#web/lib/problem.ts'
import { show } from '#web/test/show.tsx'
import { ConfirmDialog } from './ConfirmDialog.tsx'

test('a dialog that confirms says what will happen and carries the refusal', async () => {
  let count = 0
  const problem = new ProblemError({ slug: 'run-open', status: 409, title: 'The run is not locked yet.' })
  const { user } = show(
    <ConfirmDialog
      opened
      onClose={() => undefined}
      title="Release 312 payments?"
      confirm="Release 312 payments"
      problem={problem}
      onConfirm={() => {
        count += 1
      }}
    >
      $418,220.10 leaves Mercury ·8812 on 14 Nov.
    </ConfirmDialog>,
  )

  await user.click(await screen.findByRole('button', { name: 'Release 312 payments' }))

  expect(count).toBe(1)
  expect(screen.getByText(/418,220\.10/)).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toContain('not locked')
})
