import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { priya } from '#web/test/contractor.ts'
import { serve } from '#web/test/server.ts'
import { show } from '#web/test/show.tsx'
import { WaitingAddress } from './WaitingAddress.tsx'

const { id } = priya()
const answer = (waiting: object | null) =>
  serve({ [`GET /api/v1/contractors/${id}/waiting-address`]: () => ({ body: { waiting } }) })

test('an address that nobody wants to change says nothing', async () => {
  const calls = answer(null)
  show(<WaitingAddress contractorId={id} />)

  await expect.poll(() => calls.length, { timeout: 10_000 }).toBe(1)
  expect(screen.queryByText(/waits for them/)).toBeNull()
})

test('a new address says whom it waits for, and until when', async () => {
  answer({ email: 'new@example.com', askedAt: '2026-11-22T08:00:00Z', expiresAt: '2026-11-25T08:00:00Z' })
  show(<WaitingAddress contractorId={id} />)

  const said = await screen.findByText(/waits for them to confirm it/, {}, { timeout: 10_000 })

  expect(said.textContent).toMatch(/^new@example.com waits for them to confirm it, until .*25/)
})
