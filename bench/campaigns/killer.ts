import { setTimeout as sleep } from 'node:timers/promises'
import type { Chance } from '../../server/src/commands/demo/random.ts'
import type { Install, Running } from './install.ts'

export type Killer = Readonly<{
  kills: () => number
  /** Of all restarts, from the start of the process to its first answer. */
  slowestStartMs: () => number
  /** No kill comes after this; resolves with the server that runs. */
  end: () => Promise<Running>
}>

type Between = Readonly<{ leastMs: number; mostMs: number }>

/** Kills the server again and again while others work, at moments that chance chooses, and starts it anew each time. */
export const startKiller = (
  install: Install,
  first: Running,
  chance: Chance,
  { leastMs, mostMs }: Between,
): Killer => {
  let isEnding = false
  let kills = 0
  let slowestStartMs = 0
  const enough = new AbortController()
  const work = async (): Promise<Running> => {
    let server = first
    while (!isEnding) {
      await sleep(chance.between(leastMs, mostMs), undefined, { signal: enough.signal }).catch(() => undefined)
      if (isEnding) break
      await server.kill()
      kills += 1
      const started = performance.now()
      server = install.start()
      await server.ready
      slowestStartMs = Math.max(slowestStartMs, performance.now() - started)
    }
    return server
  }
  const working = work()
  // Whoever ends it hears of a failure; until then nobody listens.
  working.catch(() => undefined)
  return {
    kills: () => kills,
    slowestStartMs: () => Math.round(slowestStartMs),
    end: () => {
      isEnding = true
      enough.abort()
      return working
    },
  }
}
