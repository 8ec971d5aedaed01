import { runSchedule, schedule, theOrganization } from '#kernel/background/schedule.ts'
import type { Report } from '#kernel/background/task.ts'
import type { Work } from '#kernel/command.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { everyOrganization, headOf, headPosition, sealNext, sealOn, whoIsUnsealed } from './store.ts'

/** No transaction lives for an hour, so whatever is older than that and not in the chain was left by a crash. */
const recent = '1 hour'
const ever = '1000 years'
const batch = 5_000
const secondsBetweenCheckpoints = 300

/** Chains what was committed in the last seconds. */
export const sealRecent = schedule({
  name: 'audit.seal-recent',
  everySeconds: 2,
  whose: () => ({ statement: whoIsUnsealed, values: [recent] }),
  due: theOrganization,
  one: { lane: 'upkeep', act: (work) => seal(work, recent) },
})

/** Looks for anything that was ever left out: after a crash, a restore or a long stop of the worker. */
export const sealAll = schedule({
  name: 'audit.seal-all',
  everySeconds: 6 * 3_600,
  whose: () => ({ statement: whoIsUnsealed, values: [ever] }),
  due: theOrganization,
  one: { lane: 'upkeep', act: (work) => seal(work, ever) },
})

/** Keeps where each chain stands, if a crash came between the chain and its checkpoint. */
export const keepHeads = schedule({
  name: 'audit.keep-heads',
  everySeconds: 6 * 3_600,
  whose: () => ({ statement: everyOrganization, values: [] }),
  due: theOrganization,
  one: { lane: 'upkeep', act: (work) => keepHead(work) },
})

/** The last thing before the process ends: what happened meanwhile is chained, and where the chain stands is kept. */
export const sealAtTheEnd = async (runtime: Runtime): Promise<void> => {
  await runSchedule(runtime, sealRecent)
  await runtime.outside.checkpoints.settle(0, runtime.outside.now())
}

/** One batch. `age` is by the database's clock, which is also what `recorded_at` is by. */
const seal = async ({ tx, now, checkpoints }: Work, age: string): Promise<Report> => {
  const before = await headPosition(tx)
  // In order first; what the head has left behind is looked for after it.
  const on = await sealOn(tx, { now, limit: batch })
  const head = age === ever ? await sealNext(tx, { age, now, limit: batch }) : on
  if (!head) return { events: [] }
  return {
    events: [],
    // A restore may have left more behind than one batch.
    again: head.position - before >= batch,
    // Of a link that is kept: one ahead of the chain would be a false alarm.
    afterwards: () =>
      checkpoints.keep({ organizationId: tx.organizationId, ...head, at: now }, secondsBetweenCheckpoints),
  }
}

const keepHead = async ({ tx, now, checkpoints }: Work): Promise<Report> => {
  const { organizationId } = tx
  const kept = (await checkpoints.read(organizationId)).at(-1)?.position ?? 0
  const head = await headOf(tx)
  if (!head || head.position <= kept) return { events: [] }
  return { events: [], afterwards: () => checkpoints.keep({ organizationId, ...head, at: now }, 0) }
}
