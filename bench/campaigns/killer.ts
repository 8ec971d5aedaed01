import { setTimeout as sleep } from 'node:timers/promises'
import type { Chance } from '#server/commands/demo/random.ts'
import type { Install, Running } from './install.ts'

export type Killer = Readonly<{
  kills: () => number
  /** Of all restarts, from the start of the process to its first answer. */
  slowestStartMs: () => number
  /** No kill comes after this; resolves with the server that runs. */
  end: () => Promise<Running>
}>

/** How much may happen between two kills, in answers: a slow machine would otherwise be killed before it did anything. */
type Between = Readonly<{ answers: () => number; least: number; most: number; chance: Chance }>

/** Kills the server again and again while others work, at moments that chance chooses, and starts it anew each time. */
export const startKiller = (install: Install, first: Running, between: Between): Killer => {
  const { answers, least, most, chance } = between
  let isEnding = false
  let kills = 0
  let slowestStartMs = 0
  const work = async (): Promise<Running> => {
    let server = first
    for (;;) {
      const killAt = answers() + chance.between(least, most)
      while (!isEnding && answers() < killAt) await sleep(5)
      if (isEnding) return server
      await server.kill()
      kills += 1
      const started = performance.now()
      server = install.start()
      await server.ready
      slowestStartMs = Math.max(slowestStartMs, performance.now() - started)
    }
  }
  const working = work()
  // Whoever ends it hears of a failure; until then nobody listens.
  working.catch(() => undefined)
  return {
    kills: () => kills,
    slowestStartMs: () => Math.round(slowestStartMs),
    end: () => {
      isEnding = true
      return working
    },
  }
}
