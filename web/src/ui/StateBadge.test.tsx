import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { contractorStatuses } from '#modules/directory/contract.ts'
import { show } from '#web/test/show.tsx'
import { StateBadge } from './StateBadge.tsx'
import { toneOf, wordOf } from './toneOf.ts'

test('a state nobody has heard of is grey and still a word', () => {
  show(<StateBadge state="half_done" />)

  expect(screen.getByText('Half done').dataset.tone).toBe('idle')
})

test.each([
  ['submitted', 'Submitted', 'waiting'],
  ['changes_requested', 'Changes requested', 'moving'],
  ['in_run', 'In pay run', 'moving'],
  ['payment_returned', 'Payment returned', 'blocked'],
  ['settled', 'Settled', 'done'],
  ['invite_expired', 'Invitation expired', 'waiting'],
])('%s is shown as “%s” and is %s', (state, word, tone) => {
  show(<StateBadge state={state} />)

  expect(screen.getByText(word).dataset.tone).toBe(tone)
})

test('what waits for staff is in motion for the contractor, in the page’s own words', () => {
  show(<StateBadge state="submitted" label="With Dana" tone="moving" />)

  expect(screen.getByText('With Dana').dataset.tone).toBe('moving')
})

test.each(contractorStatuses)('the contractor state %s has a word in sentence case', (status) => {
  expect(wordOf(status)).toMatch(/^[A-Z][a-z ]+$/)
})

test('what is refused or has gone wrong is never shown as done', () => {
  for (const state of ['rejected', 'declined', 'expired', 'blocked', 'disputed', 'deficient', 'do_not_engage'])
    expect(toneOf(state)).toBe('blocked')
})
