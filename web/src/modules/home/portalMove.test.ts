import { expect, test } from 'vitest'
import { PlainDate } from '#kernel/dates.ts'
import { type PortalMove, pressingFirst } from './portalMove.ts'

const move = (id: string, by: string | null, since: string | null): PortalMove => ({
  id,
  whose: 'yours',
  title: id,
  path: '',
  by: by === null ? null : PlainDate.parse(by),
  since: since === null ? null : new Date(since),
})

test('what has a day comes first, by that day, and then what waits longest', () => {
  const moves = [
    move('draft since Monday', null, '2026-11-16T09:00:00Z'),
    move('offer until 30 November', '2026-11-30', null),
    move('draft since last week', null, '2026-11-11T09:00:00Z'),
    move('offer until 25 November', '2026-11-25', null),
  ]

  expect(moves.toSorted(pressingFirst).map(({ id }) => id)).toEqual([
    'offer until 25 November',
    'offer until 30 November',
    'draft since last week',
    'draft since Monday',
  ])
})
