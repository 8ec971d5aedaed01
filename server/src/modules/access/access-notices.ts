import type pg from 'pg'
import { connect } from '#kernel/postgres/connect.ts'

/** The channel that the triggers of `0020_access.sql` speak on; the message is the id of a person, or `everybody`. */
const channel = 'muster_access'
export const everybody = 'everybody'
const tryAgainAfterMs = 1_000

type Ears = Readonly<{
  onNotice: (personId: string) => void
  /** From now on a change may go unheard. */
  onDeaf: () => void
  onHearing: () => void
}>

/**
 * Listens on a connection of its own until it is closed, and comes back by itself when the connection breaks. A
 * pooler in transaction mode does not pass notices on: give the direct address.
 */
export const hearAccessNotices = (config: pg.ClientConfig, { onNotice, onDeaf, onHearing }: Ears) => {
  let closed = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  const listen = async (): Promise<void> => {
    const fresh = await connect({ ...config, application_name: 'muster-notices' })
    if (closed) return fresh.end()
    client = fresh
    fresh.on('notification', ({ payload }) => onNotice(payload ?? ''))
    fresh.on('end', again)
    await fresh.query(`listen ${channel}`)
    onHearing()
  }
  const again = (): void => {
    onDeaf()
    client = undefined
    if (!closed) timer = setTimeout(start, tryAgainAfterMs).unref()
  }
  // A connection that could not be made is like one that broke.
  const start = (): Promise<void> => listen().catch(again)

  const started = start()
  return {
    started,
    close: async (): Promise<void> => {
      closed = true
      clearTimeout(timer)
      await started
      await client?.end()
    },
  }
}
