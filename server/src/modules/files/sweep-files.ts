import { machine } from '#kernel/actor.ts'
import { addHours } from '#kernel/dates.ts'
import { transaction } from '#kernel/db.ts'
import { OrganizationId } from '#kernel/ids.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { workAsMachine } from '#kernel/work-as-machine.ts'
import type { Schedule } from '#kernel/worker.ts'
import { fileSwept } from './events.ts'
import { keptHashes, removeForgotten } from './store.ts'

/** As long as an upload may wait for something to take it up. */
export const waitsHours = 24

/** Removes uploads that nothing has taken up. Their bytes go with the next round of `sweepStorage`. */
export const sweepFiles: Schedule = {
  name: 'files.sweep',
  everySeconds: 3_600,
  run: async (runtime) => {
    const before = addHours(runtime.outside.now(), -waitsHours)
    const { rows } = await runtime.db.pool.query<{ id: string }>({
      name: 'files.whose-are-forgotten',
      text: 'select organizations_with_forgotten_files($1) as id',
      values: [before],
    })
    for (const { id } of rows) {
      await workAsMachine(
        runtime,
        { organizationId: OrganizationId.parse(id), name: sweepFiles.name },
        async ({ tx }) =>
          (await removeForgotten(tx, before)).map(({ id: fileId, sizeBytes, sha256 }) =>
            fileSwept({ fileId, sizeBytes, sha256 }),
          ),
      )
    }
  },
}

const turnSeconds = 300
const folders = 256

/**
 * Removes bytes that belong to no file: of uploads that were refused, swept, or cut off by a crash. Each turn looks at
 * one of the folders they lie in, so that all of them are seen within a day and none of the turns is long. Safe beside
 * uploads, because every upload makes its bytes new again before its row is written.
 */
export const sweepStorage: Schedule = {
  name: 'files.sweep-storage',
  everySeconds: turnSeconds,
  run: async (runtime) => {
    const turn = Math.floor(runtime.outside.now().getTime() / 1_000 / turnSeconds) % folders
    const folder = turn.toString(16).padStart(2, '0')
    const { rows } = await runtime.db.pool.query<{ id: string }>(
      'select organization_id as id from organization_slugs',
    )
    for (const { id } of rows) await sweepFolder(runtime, OrganizationId.parse(id), folder)
  },
}

const sweepFolder = (runtime: Runtime, organizationId: OrganizationId, folder: string): Promise<number> =>
  runtime.outside.storage.sweep(organizationId, {
    folder,
    before: addHours(runtime.outside.now(), -waitsHours),
    kept: (sha256s) =>
      transaction(runtime.db, { ...machine(organizationId), readOnly: true }, (tx) => keptHashes(tx, sha256s)),
  })
