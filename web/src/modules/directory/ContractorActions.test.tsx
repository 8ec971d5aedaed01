import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { priya, priyaOnTheWire } from '#web/test/contractor.ts'
import { refusal, serve } from '#web/test/server.ts'
import { show } from '#web/test/show.tsx'
import { ContractorActions } from './ContractorActions.tsx'
import { ContractorBlockers } from './ContractorBlockers.tsx'

const at = `/api/v1/contractors/${priya().id}`
const nothing = { change: false, seeRates: false, changeRates: false, ban: false, moveTo: [] }

test('whoever may only look is offered nothing to do', () => {
  show(<ContractorActions contractor={priya({ can: nothing })} />)

  expect(screen.queryAllByRole('button')).toEqual([])
  expect(screen.queryAllByRole('link')).toEqual([])
})

test('only the moves that are open are offered, each with what it means and why', async () => {
  const calls = serve({ [`POST ${at}/status`]: () => ({ body: priyaOnTheWire({ status: 'paused', version: 4 }) }) })
  const { user } = show(<ContractorActions contractor={priya()} />)

  await user.click(screen.getByRole('button', { name: 'More' }))
  expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual(['Pause', 'End the work'])
  await user.click(screen.getByRole('menuitem', { name: 'Pause' }))
  await user.click(await screen.findByRole('button', { name: 'Pause' }))
  expect(screen.getByText('Say why.')).toBeTruthy()
  await user.type(screen.getByLabelText('Why'), 'Parental leave')
  await user.click(screen.getByRole('button', { name: 'Pause' }))

  expect(calls.at(-1)?.body).toEqual({ version: 3, to: 'paused', reason: 'Parental leave' })
})

test('a refusal stays beside the words that were typed', async () => {
  serve({ [`POST ${at}/status`]: () => refusal(409, 'stale', 'This was changed by someone else in the meantime.') })
  const { user } = show(<ContractorActions contractor={priya()} />)

  await user.click(screen.getByRole('button', { name: 'More' }))
  await user.click(await screen.findByRole('menuitem', { name: 'End the work' }))
  await user.type(await screen.findByLabelText('Why'), 'Moved abroad')
  await user.click(screen.getByRole('button', { name: 'End the work' }))

  expect((await screen.findByRole('alert')).textContent).toContain('changed by someone else')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Why').value).toBe('Moved abroad')
})

const ban = {
  code: 'directory.do-not-engage',
  sentence: 'This contractor is not to be engaged again.',
  owner: 'legal',
  since: '2026-11-20T09:00:00Z',
  by: null,
  clears: { label: 'Lift this', path: '/contractors/1' },
}

test('a ban is lifted on the spot, but only by those who may', async () => {
  const banned = { doNotEngage: true, doNotEngageSince: ban.since, blockers: [ban] }
  const { rerender, user } = show(<ContractorBlockers contractor={priya(banned)} />)

  expect(screen.getByText(ban.sentence)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Lift this' })).toBeNull()
  rerender(<span />)
  const reason = 'Shared our footage'
  show(
    <ContractorBlockers
      contractor={priya({ ...banned, doNotEngageReason: reason, can: { ...nothing, ban: true } })}
    />,
  )
  await user.click(screen.getByRole('button', { name: 'Lift this' }))

  expect((await screen.findByRole('dialog')).textContent).toContain(reason)
})
