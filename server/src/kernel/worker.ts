import type { Statement } from './db.ts'
import type { OrganizationId } from './ids.ts'
import { deliverNext } from './reaction.ts'
import type { Runtime } from './runtime.ts'

/**
 * Something that must happen again and again, such as chaining the journal or ending a hold. Idempotent by itself. One
 * that takes long asks now and then whether it is to stop.
 */
export type Schedule = Readonly<{
  name: string
  everySeconds: number
  run: (runtime: Runtime, isStopping?: () => boolean) => Promise<void>
}>

export type Worker = Readonly<{ wake: () => void; stop: () => Promise<void>; isAlive: () => boolean }>

const whoIsDue: Statement = {
  name: 'kernel.who-is-due',
  text: 'select organizations_with_due_deliveries($1) as id',
}

const pauseMs = 1_000

/**
 * Delivers facts one after the other, and keeps the schedules beside them: a mail server that hangs must not keep what
 * is owed from being written down. Told to stop, it finishes what it began.
 */
export const startWorker = (runtime: Runtime, schedules: readonly Schedule[]): Worker => {
  let stopping = false
  let rouse: () => void = () => undefined
  let woken = false
  const due = new Map(schedules.map(({ name }) => [name, 0]))
  const busy = new Map<string, Promise<void>>()
  const complain = complaints(runtime)

  const deliver = async (): Promise<void> => {
    const { rows } = await runtime.db.pool.query<{ id: OrganizationId }>({
      ...whoIsDue,
      values: [runtime.outside.now()],
    })
    for (const { id } of rows) while (!stopping && (await deliverNext(runtime, id)));
  }

  const startSchedules = (): void => {
    for (const { name, everySeconds, run } of schedules) {
      const time = performance.now()
      if (stopping || busy.has(name) || time < (due.get(name) ?? 0)) continue
      due.set(name, time + everySeconds * 1_000)
      const turn = complain(
        name,
        run(runtime, () => stopping),
      ).finally(() => busy.delete(name))
      busy.set(name, turn)
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
      await complain('deliveries', deliver())
      startSchedules()
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
      await Promise.all(busy.values())
    },
    isAlive: () => !stopping,
  }
}

/** One that fails keeps nobody else from their turn. It says so once, and not every second until it works again. */
const complaints = ({ log }: Pick<Runtime, 'log'>) => {
  const failing = new Map<string, string>()
  return (work: string, turn: Promise<void>): Promise<void> =>
    turn.then(
      () => {
        if (failing.delete(work)) log.info({ work }, 'what had failed works again')
      },
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        if (failing.get(work) !== reason) log.error({ err: error, work }, 'the worker failed and will try again')
        failing.set(work, reason)
      },
    )
}
