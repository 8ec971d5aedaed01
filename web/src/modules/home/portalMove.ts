import type { ReactNode } from 'react'
import type { PlainDate } from '#kernel/dates.ts'

/** One thing that waits, on the contractor's first page: for them, or for the company. */
export type PortalMove = Readonly<{
  id: string
  whose: 'yours' | 'ours'
  title: string
  detail?: ReactNode
  /** Below the organization. */
  path: string
  /** By when, where there is a day. */
  by: PlainDate | null
  /** Since when, where there is no day to be done by. */
  since: Date | null
}>

/** What one module knows to wait. A hook, so that it may ask the server; `isLoading` while it has not answered. */
export type PortalMoves = Readonly<{ moves: readonly PortalMove[]; isLoading: boolean }>

/** The most pressing first: what has a day, by that day; then what waits longest. */
export const pressingFirst = (one: PortalMove, other: PortalMove): number => {
  if (one.by !== null && other.by !== null) return one.by < other.by ? -1 : Number(one.by > other.by)
  if (one.by !== null || other.by !== null) return one.by === null ? 1 : -1
  return (one.since?.getTime() ?? 0) - (other.since?.getTime() ?? 0)
}
