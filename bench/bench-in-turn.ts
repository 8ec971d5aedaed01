import type { Round } from './bench-statistics.ts'

/** Does all of it, so many at a time, and says how long each took. */
export const inTurn = async <One>(
  all: readonly One[],
  atATime: number,
  work: (one: One, worker: number) => Promise<void>,
): Promise<Omit<Round, 'cpuMs'>> => {
  const latenciesMs: number[] = []
  const waiting = all.values()
  const began = performance.now()
  const worker = async (_: unknown, at: number) => {
    for (const one of waiting) {
      const from = performance.now()
      await work(one, at)
      latenciesMs.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: atATime }, worker))
  return { latenciesMs, tookMs: performance.now() - began }
}
