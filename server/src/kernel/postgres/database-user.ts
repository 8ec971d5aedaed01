import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { CannotStart } from '#kernel/cannot-start.ts'

/** The operating-system user that PostgreSQL runs as; undefined when it is the one we are ourselves. */
export type DatabaseUser = Readonly<{ uid: number; gid: number }> | undefined

/**
 * PostgreSQL refuses to run as root, so root hands it to somebody with less power: the user the files already
 * belong to, else `postgres`, else `nobody`. Nothing is added to the machine's list of users.
 */
export const databaseUserFor = (home: string): DatabaseUser => {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(home, { throwIfNoEntry: false })
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const user = ['postgres', 'nobody'].map(userNamed).find((found) => found !== undefined)
  if (user === undefined) {
    throw new CannotStart('PostgreSQL may not run as root, and there is no user "postgres" or "nobody" to run it as.')
  }
  return user
}

const userNamed = (name: string): DatabaseUser => {
  try {
    const idOf = (kind: '-u' | '-g') => Number(execFileSync('id', [kind, name], { encoding: 'utf8', stdio: 'pipe' }))
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    return undefined
  }
}

/**
 * May that user walk into this folder? Asked of the system by trying it as that user, because mode bits alone
 * say nothing about access lists or about how the disk is mounted.
 */
export const canReach = (user: DatabaseUser, folder: string): boolean => {
  if (user === undefined) return true
  try {
    execFileSync('sh', ['-c', 'test -x "$0"', folder], { ...user, cwd: '/', stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The name by which the system knows the user of this very process, which is who may connect to the socket. */
export const nameOfThisUser = (): string => nameOf(process.getuid?.())

/** PostgreSQL looks the name up too, and does not run without one; in a container a number alone is common. */
export const nameOf = (uid: number | undefined): string => {
  const asked = uid === undefined ? [] : [String(uid)]
  try {
    return execFileSync('id', ['-un', ...asked], { encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch (refusal) {
    throw new CannotStart(
      `The user with the number ${uid} has no name here, and PostgreSQL does not run without one. Add it to ` +
        `/etc/passwd (muster:x:${uid}:0::/:/sbin/nologin), start as a user that has a name, or name a server with DATABASE_URL.`,
      refusal,
    )
  }
}
