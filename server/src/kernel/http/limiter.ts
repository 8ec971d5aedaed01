import { tooManyRequests } from '#kernel/problem.ts'
import { networkOf } from './client-address.ts'

export type Limiter = (address: string) => void

type Window = { startedAt: number; count: number }
type Windows = Map<string, Window>

const windowMs = 60_000
/** Networks counted before the oldest are forgotten. A limit for each holds up nobody who has more of them than this. */
export const mostNetworks = 20_000

/**
 * At most `limit` calls a minute from one network, for what strangers may call. `elapsedMs` only ever goes forward: by
 * the clock on the wall, setting it back an hour would keep strangers out for an hour.
 */
export const limiter = (limit: number, elapsedMs: () => number): Limiter => {
  // Two generations: the older one goes as a whole, so that no call ever looks through the others.
  let current: Windows = new Map()
  let previous: Windows = new Map()
  let turnedAt = elapsedMs()

  return (address) => {
    const time = elapsedMs()
    if (time - turnedAt >= windowMs || current.size >= mostNetworks) {
      previous = time - turnedAt >= 2 * windowMs ? new Map() : current
      current = new Map()
      turnedAt = time
    }
    const network = networkOf(address)
    const known = current.get(network) ?? previous.get(network)
    const window = known && time - known.startedAt < windowMs ? known : { startedAt: time, count: 0 }
    window.count += 1
    current.set(network, window)
    if (window.count > limit)
      throw tooManyRequests({ retryAfterSeconds: Math.ceil((window.startedAt + windowMs - time) / 1_000) })
  }
}
