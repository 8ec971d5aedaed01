import { spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ClientConfig } from 'pg'
import { CannotStart } from '#kernel/cannot-start.ts'
import { clusterFolder, plainEnvironment, superuser } from './cluster.ts'
import { connect } from './connect.ts'
import type { Home } from './home.ts'
import { hasServerIn, isAlive } from './processes.ts'
import { mayPass, sentenceFor } from './start-failure.ts'

/** What it takes to start the server of one home again. */
export type ServerPlan = Readonly<{ home: Home; program: string; settings: readonly string[] }>

const pollMs = 25
const patienceMs = 300_000
const longestLog = 5_000_000

export const superuserAt = (home: Home): ClientConfig => ({
  host: home.socketFolder,
  port: 5432,
  user: superuser,
  database: 'postgres',
})

export const isAnswering = async (home: Home): Promise<boolean> => {
  try {
    const client = await connect({ ...superuserAt(home), connectionTimeoutMillis: 2000 })
    await client.end()
    return true
  } catch {
    return false
  }
}

/**
 * Starts the server, or finds it running: after `kill -9` of Muster it goes on by itself and is simply used again.
 * It gets a process group of its own, so that Ctrl-C reaches us first and it stops after the last request.
 */
export const launch = async (plan: ServerPlan): Promise<void> => {
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    if (await isAnswering(plan.home)) return
    forgetStranger(plan.home)
    const said = await attempt(plan, giveUpAt)
    if (said === undefined) return
    if (!mayPass(said) || performance.now() > giveUpAt) throw new CannotStart(sentenceFor(said, plan.home.folder))
    await sleep(200)
  }
}

/** One try: undefined when the server answers, else what it said before it ended. */
const attempt = async ({ home, program, settings }: ServerPlan, giveUpAt: number): Promise<string | undefined> => {
  const log = openLog(home)
  const child = spawn(program, ['-D', clusterFolder(home), '-k', home.socketFolder, ...settings], {
    ...home.user,
    env: plainEnvironment,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor],
  })
  closeSync(log.descriptor)
  child.unref()
  let ended = false
  child.once('exit', () => (ended = true))
  child.once('error', () => (ended = true))
  while (!ended && performance.now() < giveUpAt) {
    if (await isAnswering(home)) return undefined
    await sleep(pollMs)
  }
  return readFileSync(log.file, 'utf8').slice(log.length)
}

const openLog = (home: Home) => {
  const file = join(home.folder, 'postgres.log')
  const size = () => statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size() > longestLog) renameSync(file, `${file}.old`)
  const length = size()
  const descriptor = openSync(file, 'a', 0o600)
  if (home.user !== undefined) chownSync(file, home.user.uid, home.user.gid)
  return { file, length, descriptor }
}

/** The process that PostgreSQL says it runs as in this home; undefined when it was shut down in order. */
export const serverPid = (home: Home): number | undefined => {
  const file = join(clusterFolder(home), 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  return Number.isNaN(pid) ? undefined : pid
}

/**
 * After a crash the recorded process id may belong to a stranger by now (in a container nearly always), and then
 * PostgreSQL refuses to start. The record is dropped only when no process at all works in the folder: an orphaned
 * child of the old server would otherwise write into the files of the new one.
 */
const forgetStranger = (home: Home): void => {
  if (serverPid(home) === undefined || hasServerIn(clusterFolder(home)) !== false) return
  rmSync(join(clusterFolder(home), 'postmaster.pid'), { force: true })
  rmSync(join(home.socketFolder, '.s.PGSQL.5432.lock'), { force: true })
}

const graceMs = 60_000

/** Shuts down in order: running transactions are rolled back, the files are closed, nothing is left running. */
export const halt = async (home: Home): Promise<void> => {
  const pid = serverPid(home)
  if (pid === undefined || !isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  const started = performance.now()
  while (isAlive(pid) && performance.now() - started < graceMs) await sleep(pollMs)
  // A server that hangs is cut off; it recovers at the next start, as after a power cut.
  if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
}
