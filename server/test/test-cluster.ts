import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ClientConfig } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate, readMigrations } from '#kernel/migrate.ts'
import { ownerRole } from '#kernel/postgres/cluster.ts'
import { startEmbedded } from '#kernel/postgres/embedded.ts'
import { ensureEmbedded } from '#kernel/postgres/roles.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: Readonly<{ superuser: ClientConfig; template: string }>
  }
}

const migrations = resolve(import.meta.dirname, '../migrations')

/** One server for the whole run, with one migrated database to copy from. Gone afterwards, whatever happens. */
export const setup = async (project: TestProject) => {
  const folder = mkdtempSync(join(whereClustersGo(), 'muster-test-'))
  chmodSync(folder, 0o711)
  const endGuard = guard(folder)
  const server = await startEmbedded({
    dataFolder: folder,
    durability: 'disposable',
    whenInUse: 'refuse',
    say: console.warn,
  })
  const template = templateName()
  await ensureEmbedded(server.superuser, template)
  await migrate({ ...server.superuser, user: ownerRole, database: template }, migrations)
  project.provide('postgres', { superuser: server.superuser, template })
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
    endGuard()
  }
}

const memory = '/dev/shm'
const roomyBytes = 2 * 1024 ** 3

/** In memory, where a database is copied in a twentieth of the time; on disk where there is little of it, as in most containers. */
const whereClustersGo = (): string => (existsSync(memory) && freeBytes(memory) > roomyBytes ? memory : tmpdir())

const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

const templateName = (): string => {
  const hash = createHash('sha256')
  for (const { sha256 } of readMigrations(migrations)) hash.update(sha256)
  return `muster_template_${hash.digest('hex').slice(0, 12)}`
}

/**
 * A shell that waits for the end of a pipe which only this process holds. When the run is killed, the pipe closes and
 * the shell clears up: no server and no files are left behind, and nobody has to poll.
 */
const guard = (folder: string) => {
  const clearUp = `read -r _
    server=$(head -n 1 "$0/postgres/data/postmaster.pid" 2>/dev/null)
    [ -n "$server" ] && kill -QUIT "$server" 2>/dev/null && while kill -0 "$server" 2>/dev/null; do sleep 0.1; done
    rm -rf "$0"`
  const shell = spawn('sh', ['-c', clearUp, folder], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  shell.unref()
  return () => shell.kill('SIGKILL')
}
