import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#kernel/cannot-start.ts'
import { canReach, type DatabaseUser, databaseUserFor } from './database-user.ts'

/** Everything PostgreSQL keeps for one data folder, and the user it runs as. */
export type Home = Readonly<{ folder: string; user: DatabaseUser; socketFolder: string }>

/** Where the files go when root starts Muster from a place that only root may enter. */
const systemFolder = '/var/lib/muster'

/** Finds or makes the folder `postgres` in the data folder. */
export const openHome = (dataFolder: string, say: (line: string) => void): Home => {
  const link = join(dataFolder, 'postgres')
  if (!existsSync(link)) makeHome(link, say)
  const folder = realpathSync(link)
  const user = databaseUserFor(folder)
  if (!canReach(user, folder)) {
    throw new CannotStart(
      `The database in ${folder} cannot be reached by the user it runs as. ` +
        'Move the data folder to where every user may go, such as /var/lib, and name it with MUSTER_DATA.',
    )
  }
  return { folder, user, socketFolder: socketFolderFor(folder, user) }
}

const makeHome = (link: string, say: (line: string) => void): void => {
  const user = databaseUserFor(link)
  if (canReach(user, join(link, '..'))) {
    mkdirSync(link, { mode: 0o700 })
    giveTo(user, link)
    return
  }
  mkdirSync(systemFolder, { recursive: true, mode: 0o755 })
  // A new name each time: a data folder that is made afresh must not find the database of its predecessor.
  const folder = mkdtempSync(join(systemFolder, 'postgres-'))
  giveTo(user, folder)
  symlinkSync(folder, link)
  say(`The database is kept in ${folder}, because the user it runs as cannot reach ${link}.`)
}

const giveTo = (user: DatabaseUser, folder: string): void => {
  if (user !== undefined) chownSync(folder, user.uid, user.gid)
  chmodSync(folder, 0o700)
}

/** The address of a socket has room for 103 bytes on macOS and 107 on Linux, and PostgreSQL's file name takes 15. */
const longestSocketFolder = 85

/** The socket lies beside the data, or in /tmp where the path would be too long for an address. */
const socketFolderFor = (home: string, user: DatabaseUser): string => {
  if (Buffer.byteLength(home) <= longestSocketFolder) return home
  const folder = `/tmp/muster-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 })
    giveTo(user, folder)
  }
  // Anybody may make a folder in /tmp: one that is not ours could hold a false server.
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== (user?.uid ?? process.getuid?.())) {
    throw new CannotStart(`${folder} belongs to somebody else. Remove it, or name a shorter MUSTER_DATA.`)
  }
  return folder
}
