import { machine } from '#kernel/actor.ts'
import { transaction } from '#kernel/db.ts'
import { OrganizationId } from '#kernel/ids.ts'
import type { Runtime } from '#kernel/runtime.ts'
import type { Schedule } from '#kernel/worker.ts'
import { sealNext } from './store.ts'

/** No transaction lives for an hour, so whatever is older than that and not in the chain was left by a crash. */
const recent = '1 hour'
const ever = '1000 years'
const batch = 5_000
const secondsBetweenCheckpoints = 300

/** Chains what was committed in the last seconds. */
export const sealRecent: Schedule = {
  name: 'audit.seal-recent',
  everySeconds: 2,
  run: async (runtime) => {
    await sealSince(runtime, recent)
  },
}

/** Looks for anything that was ever left out: after a crash, a restore or a long stop of the worker. */
export const sealAll: Schedule = {
  name: 'audit.seal-all',
  everySeconds: 6 * 3_600,
  run: async (runtime, isStopping = () => false) => {
    // A restore may have left more behind than one batch.
    while (!isStopping() && (await sealSince(runtime, ever)));
  },
}

/** Whether there was anything to chain. `age` is by the database's clock, which is also what `recorded_at` is by. */
const sealSince = async (runtime: Runtime, age: string): Promise<boolean> => {
  const { rows } = await runtime.db.pool.query<{ id: string }>({
    name: 'audit.who-is-unsealed',
    text: 'select organizations_with_unsealed_journal(now() - $1::interval) as id',
    values: [age],
  })
  for (const { id } of rows) await sealOne(runtime, OrganizationId.parse(id), age)
  return rows.length > 0
}

const sealOne = async (runtime: Runtime, organizationId: OrganizationId, age: string): Promise<void> => {
  const now = runtime.outside.now()
  const actor = machine(organizationId)
  const head = await transaction(runtime.db, actor, (tx) => sealNext(tx, { age, now, limit: batch }))
  if (!head) return
  await runtime.outside.checkpoints.keep({ organizationId, ...head, at: now }, secondsBetweenCheckpoints)
}
