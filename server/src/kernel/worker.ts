import type { Statement } from './db.ts'
import type { OrganizationId } from './ids.ts'
import { deliverNext } from './reaction.ts'
import type { Runtime } from './runtime.ts'

/** Something that must happen again and again, such as chaining the journal or ending a hold. Idempotent by itself. */
export type Schedule = Readonly<{ name: string; everySeconds: number; run: (runtime: Runtime) => Promise<void> }>

export type Worker = Readonly<{ wake: () => void; stop: () => Promise<void>; isAlive: () => boolean }>

const whoIsDue: Statement = {
  name: 'kernel.who-is-due',
  text: 'select organizations_with_due_deliveries($1) as id',
}

const pauseMs = 1_000

/** Delivers facts and keeps the schedules, one thing at a time, until it is told to stop; then it finishes what it began. */
export const startWorker = (runtime: Runtime, schedules: readonly Schedule[]): Worker => {
  let stopping = false
  let rouse: () => void = () => undefined
  let woken = false
  const due = new Map(schedules.map(({ name }) => [name, 0]))

  const round = async (): Promise<void> => {
    const { rows } = await runtime.db.pool.query<{ id: OrganizationId }>({
      ...whoIsDue,
      values: [runtime.outside.now()],
    })
    for (const { id } of rows) while (!stopping && (await deliverNext(runtime, id)));
    for (const { name, everySeconds, run } of schedules) {
      const time = performance.now()
      if (stopping || time < (due.get(name) ?? 0)) continue
      due.set(name, time + everySeconds * 1_000)
      // One schedule that fails must not keep the others from their turn.
      await run(runtime).catch((error: unknown) =>
        runtime.log.error({ err: error, schedule: name }, 'a schedule failed'),
      )
    }
  }

  const pause = () =>
    new Promise<void>((resolve) => {
      if (woken || stopping) return resolve()
      const timer = setTimeout(resolve, pauseMs)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const running = (async () => {
    while (!stopping) {
      woken = false
      // A database that is away comes back; what was due is still due then.
      await round().catch((error: unknown) =>
        runtime.log.error({ err: error }, 'the worker could not finish a round'),
      )
      await pause()
    }
  })()

  return {
    wake: () => {
      woken = true
      rouse()
    },
    stop: async () => {
      stopping = true
      rouse()
      await running
    },
    isAlive: () => !stopping,
  }
}
