import { machine } from '#kernel/actor.ts'
import { groundOf, type Work, workOf } from '#kernel/command.ts'
import { type Tx, transaction } from '#kernel/db.ts'
import { id, type OrganizationId, PersonId } from '#kernel/ids.ts'
import { writeJournal } from '#kernel/journal.ts'
import type { Runtime } from '#kernel/runtime.ts'
import {
  againNow,
  type Due,
  keepTaken,
  markTaken,
  parkDue,
  postponeDue,
  removeDone,
  savepoint,
  takeBack,
  takeDue,
  triesOf,
  undo,
} from './store.ts'
import { type Done, EndsHere, type Lane, lanes, reportOf, type Task } from './task.ts'

/** After this many tries (about an hour of doubling waits) a delivery is parked for a person to look at. */
const mostAttempts = 12
const longestWaitMs = 3_600_000
/**
 * How long something that is being prepared is left to a worker that gives no sign of itself. What one had in hand that died
 * is late by as much; one that lives says so in good time, however long it takes.
 */
const leaseMs = 60_000
const signMs = 15_000

const TakeId = id('TakeId')

/**
 * Delivers what is due longest in one lane of an organization: one transaction for each item. False when nothing is
 * due, or another worker has the lane in hand. Whatever fails, at the commit too, is counted, and waits.
 */
export const deliverNext = async (runtime: Runtime, organizationId: OrganizationId, lane: Lane): Promise<boolean> => {
  const now = runtime.outside.now()
  const actor = machine(organizationId)
  let taken: Due | undefined
  try {
    const begun = await transaction(runtime.db, actor, async (tx) => {
      taken = await takeDue(tx, { lane, now })
      return taken && begin(runtime, tx, taken, now)
    })
    if (begun) await begun()
  } catch (error) {
    if (!taken) throw error
    await postpone(runtime, organizationId, { due: taken, error })
  }
  return taken !== undefined
}

/** Everything that is due in an organization, lane by lane, and what follows from it. */
export const deliverDue = async (runtime: Runtime, organizationId: OrganizationId): Promise<void> => {
  for (let found = true; found; ) {
    found = false
    for (const lane of lanes) while (await deliverNext(runtime, organizationId, lane)) found = true
  }
}

type Step = (() => Promise<void>) | undefined

/** The first transaction of an item, nearly always the only one. Answers what comes after its commit. */
const begin = async (runtime: Runtime, tx: Tx, due: Due, now: Date): Promise<Step> => {
  // Taken before, and never given back: the process died with it in hand, each time.
  if (due.attempts >= mostAttempts) {
    await parkDue(tx, due, { error: 'The worker stopped each time it had this in hand.', now })
    return undefined
  }
  savepoint(tx)
  try {
    const task = runtime.reactions.byName(due.reaction)
    if (!task) throw new Error(`There is no reaction ${due.reaction}.`)
    const work = workFor(runtime, tx, { due, now })
    if ('act' in task) return await settle(runtime, work, due, await task.act(work, due.data))
    return await beginPrepared(runtime, work, { due, task })
  } catch (error) {
    // In the same transaction: what fails costs no more than what succeeds.
    await undo(tx)
    if (error instanceof EndsHere) {
      const work = workFor(runtime, tx, { due, now })
      return settle(runtime, work, due, await error.instead(work))
    }
    await complainAndPostpone(runtime, tx, { due, error })
    return undefined
  }
}

const beginPrepared = async (
  runtime: Runtime,
  work: Work,
  { due, task }: Readonly<{ due: Due; task: Extract<Task, { ahead: unknown }> }>,
): Promise<Step> => {
  const { tx, now } = work
  const prepare = await task.ahead(work, due.data)
  if (!prepare) return settle(runtime, work, due, [])
  const takenBy = runtime.outside.newId(TakeId)
  const taken = { ...due, attempts: due.attempts + 1, takenBy }
  await markTaken(tx, taken, new Date(now.getTime() + leaseMs))
  return async () => {
    const stop = giveSigns(runtime, tx.organizationId, taken)
    try {
      const finish = await prepare(groundOf(runtime, work))
      await finishTaken(runtime, tx.organizationId, { due: taken, finish })
    } catch (error) {
      await postpone(runtime, tx.organizationId, { due: taken, error })
    } finally {
      stop()
    }
  }
}

/** Says now and then that the item is still in hand. Whether it was in time is seen when the item is taken back. */
const giveSigns = (runtime: Runtime, organizationId: OrganizationId, due: Due): (() => void) => {
  const sign = () =>
    transaction(runtime.db, machine(organizationId), (tx) =>
      keepTaken(tx, due, new Date(runtime.outside.now().getTime() + leaseMs)),
    ).catch((error: unknown) =>
      runtime.log.warn({ err: error, reaction: due.reaction }, 'a worker could not give a sign'),
    )
  const timer = setInterval(sign, signMs).unref()
  return () => clearInterval(timer)
}

const finishTaken = async (
  runtime: Runtime,
  organizationId: OrganizationId,
  { due, finish }: Readonly<{ due: Due; finish: (work: Work) => Promise<Done> }>,
): Promise<void> => {
  const now = runtime.outside.now()
  const afterwards = await transaction(runtime.db, machine(organizationId), async (tx) => {
    // Too slow: another worker was given it, and will end it.
    if (!(await takeBack(tx, due))) return undefined
    const work = workFor(runtime, tx, { due, now })
    return settle(runtime, work, due, await finish(work))
  })
  await afterwards?.()
}

/** Says what happened, and strikes the item from the list, in one and the same transaction. */
const settle = async (runtime: Runtime, { tx, now, actor }: Work, due: Due, done: Done): Promise<Step> => {
  const { events, again, afterwards } = reportOf(done)
  const { newId } = runtime.outside
  const follows =
    events.length > 0 &&
    writeJournal(tx, { newId, reactions: runtime.reactions }, { actor, command: due.reaction, now, events })
  if (again) againNow(tx, due, now)
  else removeDone(tx, due)
  if (!follows && !afterwards) return undefined
  return async () => {
    if (follows) runtime.wake()
    await afterwards?.().catch((error: unknown) =>
      // The change is kept; what belongs beside it comes with the next one.
      runtime.log.error({ err: error, reaction: due.reaction }, 'what comes after a delivery failed'),
    )
  }
}

const workFor = (runtime: Runtime, tx: Tx, { due, now }: Readonly<{ due: Due; now: Date }>): Work => {
  const work = workOf(runtime, tx, { actor: machine(tx.organizationId), now })
  return due.personId === null ? work : { ...work, causedBy: PersonId.parse(due.personId) }
}

type Failed = Readonly<{ due: Due; error: unknown }>

const postpone = (runtime: Runtime, organizationId: OrganizationId, failed: Failed): Promise<void> =>
  transaction(runtime.db, machine(organizationId), (tx) => complainAndPostpone(runtime, tx, failed))

const complainAndPostpone = async (runtime: Runtime, tx: Tx, { due, error }: Failed): Promise<void> => {
  const now = runtime.outside.now()
  const tries = triesOf(due)
  const waitMs = Math.min(2 ** (tries - 1) * 1_000, longestWaitMs)
  const isCounted = await postponeDue(tx, due, {
    error: error instanceof Error ? error.message : String(error),
    dueAt: new Date(now.getTime() + waitMs),
    now,
    mostAttempts,
  })
  if (isCounted) runtime.log.error({ err: error, reaction: due.reaction, tries }, 'a delivery failed')
}
