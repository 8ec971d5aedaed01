import { schedule, theOrganization } from '#kernel/background/schedule.ts'
import { addHours } from '#kernel/dates.ts'
import { everyOrganization } from '#modules/organizations/index.ts'
import { FileId } from './contract.ts'
import { fileSwept } from './events.ts'
import { forgottenIds, keptHashes, removeForgotten, whoseAreForgotten } from './store.ts'

/** As long as an upload may wait for something to take it up. */
export const waitsHours = 24

/** Removes uploads that nothing has taken up. Their bytes go with the next round of `sweepStorage`. */
export const sweepFiles = schedule({
  name: 'files.sweep',
  everySeconds: 600,
  whose: (now) => ({ statement: whoseAreForgotten, values: [addHours(now, -waitsHours)] }),
  due: ({ tx, now }, search) => forgottenIds(tx, { before: addHours(now, -waitsHours), ...search }),
  one: {
    lane: 'upkeep',
    act: async ({ tx }, found) => {
      const removed = await removeForgotten(tx, FileId.parse(found))
      if (!removed) return []
      const { id, sizeBytes, sha256 } = removed
      return [fileSwept({ fileId: id, sizeBytes, sha256 })]
    },
  },
})

const turnSeconds = 300
const folders = 256

/** Each folder has its turn within a day. */
export const folderInTurn = (now: Date): string =>
  (Math.floor(now.getTime() / 1_000 / turnSeconds) % folders).toString(16).padStart(2, '0')

/**
 * Removes bytes that belong to no file: of uploads that were refused, swept, or cut off by a crash. Each turn looks at
 * one of the folders they lie in, so that all of them are seen within a day and none of the turns is long. Safe beside
 * uploads, because every upload makes its bytes new again before its row is written.
 */
export const sweepStorage = schedule({
  name: 'files.sweep-storage',
  everySeconds: turnSeconds,
  whose: () => ({ statement: everyOrganization, values: [] }),
  due: theOrganization,
  one: {
    lane: 'upkeep',
    act: async ({ tx, now, storage }) => {
      await storage.sweep(tx.organizationId, {
        folder: folderInTurn(now),
        before: addHours(now, -waitsHours),
        kept: (sha256s) => keptHashes(tx, sha256s),
      })
      return []
    },
  },
})
