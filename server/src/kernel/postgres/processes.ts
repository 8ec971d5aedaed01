import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Does this process still run? One that has ended but was never collected by its parent does not. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (refusal) {
    if (!(refusal instanceof Error && 'code' in refusal && refusal.code === 'EPERM')) return false
  }
  return statusOf(pid)?.state !== 'Z'
}

/**
 * Does any PostgreSQL process, the server or an orphaned child of it, still work in this folder? Undefined where the
 * system has no `/proc` to ask. A process we may not look into counts, for safety.
 */
export const hasServerIn = (cluster: string): boolean | undefined => {
  if (!existsSync('/proc/self/stat')) return undefined
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .some((pid) => {
      const status = statusOf(Number(pid))
      return status?.name === 'postgres' && status.state !== 'Z' && worksIn(pid, cluster)
    })
}

/** Name and state as in proc(5): `pid (name) state …`; the name may itself hold brackets and blanks. */
const statusOf = (pid: number): Readonly<{ name: string; state: string }> | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = text.lastIndexOf(')')
    return { name: text.slice(text.indexOf('(') + 1, end), state: text.charAt(end + 2) }
  } catch {
    return undefined
  }
}

const worksIn = (pid: string, cluster: string): boolean => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch (refusal) {
    return refusal instanceof Error && 'code' in refusal && refusal.code === 'EACCES'
  }
}
