import { DatabaseSync } from 'node:sqlite'
import { CannotStart } from '#kernel/cannot-start.ts'

export type FolderLock = Readonly<{ release: () => void }>

const sqliteBusy = 5

/**
 * Holds a folder for the life of this process, or answers undefined when another process holds it.
 *
 * The lock is the operating system's own, taken through the SQLite that comes with Node: a killed process loses it
 * at once, so there is no stale lock file to remove and no process id that a stranger may have inherited. It holds
 * between containers that share a volume too, where PostgreSQL's own check of process ids is blind.
 */
export const lockFolder = (folder: string): FolderLock | undefined => {
  const file = `${folder}/muster.lock`
  try {
    const lock = new DatabaseSync(file, { timeout: 0 })
    try {
      // The last step writes. On a disk that is read-only SQLite would open the file all the same, and lock nothing.
      lock.exec(
        'pragma locking_mode = exclusive; pragma journal_mode = memory; begin exclusive; create table if not exists held (by)',
      )
      return { release: () => lock.close() }
    } catch (refusal) {
      lock.close()
      throw refusal
    }
  } catch (refusal) {
    if (refusal instanceof Error && 'errcode' in refusal && refusal.errcode === sqliteBusy) return undefined
    throw new CannotStart(
      `The data folder ${folder} cannot be written to. Start Muster as the user it belongs to, ` +
        'or name another folder with MUSTER_DATA.',
      refusal,
    )
  }
}
