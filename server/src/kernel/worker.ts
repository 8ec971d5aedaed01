import { deliverNext } from './background/deliver.ts'
import { findDue, type Schedule } from './background/schedule.ts'
import { organizationsDue } from './background/store.ts'
import { type Lane, lanes } from './background/task.ts'
import { createTurns } from './background/turns.ts'
import type { OrganizationId } from './ids.ts'
import type { Runtime } from './runtime.ts'

export type { Schedule } from './background/schedule.ts'

export type Worker = Readonly<{ wake: () => void; stop: () => Promise<void>; isAlive: () => boolean }>

const pauseMs = 1_000
/** A turn of an organization whose items are quick: many of them, so that asking whose turn it is costs little. */
const turnMs = 50

/**
 * How many work in each lane at once, as a share of the connections that requests also live on. Papers and mails hold
 * theirs for moments only.
 */
const slotsOf = (connections: number): Readonly<Record<Lane, number>> => {
  const quarter = Math.max(1, Math.floor(connections / 4))
  const eighth = Math.max(1, Math.floor(connections / 8))
  return { fact: quarter, upkeep: 1, paper: eighth, outside: quarter, job: eighth, heavy: 1 }
}

type Beat = Readonly<{ isStopping: () => boolean; pause: () => Promise<void>; complain: Complain }>

/**
 * Does what is due, lane by lane, with workers of their own for each, and looks by schedule for what has become due. Told
 * to stop, it finishes what it began.
 */
export const startWorker = (runtime: Runtime, schedules: readonly Schedule[]): Worker => {
  let isStopping = false
  const rouse = new Set<() => void>()
  const pause = () =>
    new Promise<void>((resolve) => {
      if (isStopping) return resolve()
      const end = () => {
        clearTimeout(timer)
        rouse.delete(end)
        resolve()
      }
      const timer = setTimeout(end, pauseMs)
      rouse.add(end)
    })
  const rouseAll = () => {
    for (const end of [...rouse]) end()
  }
  const beat = { isStopping: () => isStopping, pause, complain: complaints(runtime) }
  const slots = slotsOf(runtime.db.pool.options.max)
  const working = lanes.map((lane) => workLane(runtime, { lane, slots: slots[lane] }, beat))
  const looking = keepSchedules(runtime, schedules, { ...beat, wake: () => wake() })
  const wake = () => {
    for (const lane of working) lane.wake()
    rouseAll()
  }
  return {
    wake,
    stop: async () => {
      isStopping = true
      rouseAll()
      await Promise.all([...working.map(({ ended }) => ended), looking])
    },
    isAlive: () => !isStopping,
  }
}

const workLane = (
  runtime: Runtime,
  { lane, slots }: Readonly<{ lane: Lane; slots: number }>,
  { isStopping, pause, complain }: Beat,
) => {
  const alone = lane === 'fact'
  const find = async () => {
    const due = await organizationsDue(runtime.db.pool, lane, runtime.outside.now())
    // An organization that has the lane for itself may use all of it.
    return alone || due.length >= slots ? due : Array.from({ length: slots }, () => due).flat()
  }
  const turns = createTurns(find, alone)
  let woken = 0

  const serve = async (organizationId: OrganizationId): Promise<void> => {
    const until = performance.now() + turnMs
    let isFruitful = false
    try {
      while (!isStopping() && (await deliverNext(runtime, organizationId, lane))) {
        isFruitful = true
        if (performance.now() > until) break
      }
    } finally {
      turns.over(organizationId, isFruitful)
    }
  }

  const slot = async (): Promise<void> => {
    while (!isStopping()) {
      const seen = woken
      let found: OrganizationId | undefined
      // A database that is away comes back; what was due is still due then.
      await complain(
        `deliveries (${lane})`,
        turns.next().then((organizationId) => {
          found = organizationId
          return organizationId && serve(organizationId)
        }),
      )
      if (found || seen !== woken) continue
      await pause()
      turns.wake()
    }
  }

  return {
    wake: () => {
      woken += 1
      turns.wake()
    },
    ended: Promise.all(Array.from({ length: slots }, slot)),
  }
}

const keepSchedules = async (
  runtime: Runtime,
  schedules: readonly Schedule[],
  { isStopping, pause, complain, wake }: Beat & Readonly<{ wake: () => void }>,
): Promise<void> => {
  const due = new Map<string, number>()
  const busy = new Map<string, Promise<void>>()
  const look = async (schedule: Schedule): Promise<void> => {
    const organizations = await findDue(runtime, schedule, complain)
    if (organizations.length > 0) wake()
  }
  while (!isStopping()) {
    for (const schedule of schedules) {
      const { name, everySeconds } = schedule
      const time = performance.now()
      if (busy.has(name) || time < (due.get(name) ?? 0)) continue
      due.set(name, time + everySeconds * 1_000)
      // One that takes long keeps the others from nothing.
      busy.set(
        name,
        complain(name, look(schedule)).finally(() => busy.delete(name)),
      )
    }
    await pause()
  }
  await Promise.all(busy.values())
}

type Complain = (work: string, turn: Promise<unknown>) => Promise<void>

/** One that fails keeps nobody else from their turn. It says so once, and not every second until it works again. */
const complaints = ({ log }: Pick<Runtime, 'log'>): Complain => {
  const failing = new Map<string, string>()
  return (work, turn) =>
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
