import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { CannotStart } from '#kernel/cannot-start.ts'
import { binariesFor } from './binaries.ts'
import { prepareCluster, syncCluster } from './cluster.ts'
import { makeDataFolder } from './data-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { openHome } from './home.ts'
import { isAlive } from './processes.ts'
import { halt, isAnswering, launch, type ServerPlan, serverPid, superuserAt } from './server-process.ts'
import { type Durability, settingsFor } from './settings.ts'

export type EmbeddedOptions = Readonly<{
  dataFolder: string
  durability: Durability
  /** A folder with another build of PostgreSQL to prefer to the packaged one. */
  programs?: string | undefined
  /** A server refuses to share its folder; a command beside a running server uses the server's database. */
  whenInUse: 'refuse' | 'attach'
  say: (line: string) => void
}>

export type EmbeddedServer = Readonly<{ superuser: ClientConfig; stop: () => Promise<void> }>

/**
 * The PostgreSQL that comes with Muster, for one data folder: reached through a socket in that folder, never through
 * a port. Whoever holds the lock on the folder owns the server: starts it, starts it again when it dies, stops it.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedServer> => {
  const { dataFolder, say } = options
  makeDataFolder(dataFolder)
  const lock = lockFolder(dataFolder)
  if (lock === undefined) return attach(options)
  try {
    const home = openHome(dataFolder, say)
    const plan = await start(home, options)
    const watch = keepRunning(plan, say)
    const shutDown = async () => {
      await watch.end()
      await halt(home)
      if (options.durability === 'hurried') syncCluster(home, binariesOf(home, options))
      lock.release()
    }
    let stopped: Promise<void> | undefined
    return { superuser: superuserAt(home), stop: () => (stopped ??= shutDown()) }
  } catch (failure) {
    lock.release()
    throw failure
  }
}

const attach = async ({ dataFolder, whenInUse, say }: EmbeddedOptions): Promise<EmbeddedServer> => {
  const inUse = `Muster is already running on the data folder ${dataFolder}.`
  if (whenInUse === 'refuse') {
    throw new CannotStart(`${inUse} Stop it first, or name another folder with MUSTER_DATA.`)
  }
  const home = existsSync(join(dataFolder, 'postgres')) ? openHome(dataFolder, say) : undefined
  if (home === undefined || !(await isAnswering(home))) {
    throw new CannotStart(`${inUse} Its database does not answer yet; try again in a moment.`)
  }
  return { superuser: superuserAt(home), stop: async () => undefined }
}

const binariesOf = (home: ServerPlan['home'], { programs }: EmbeddedOptions) =>
  binariesFor(home.user, home.folder, programs)

const start = async (home: ServerPlan['home'], options: EmbeddedOptions): Promise<ServerPlan> => {
  const { durability } = options
  const binaries = binariesOf(home, options)
  if (!(await isAnswering(home))) prepareCluster(home, binaries, durability)
  const plan = { home, program: join(binaries.folder, 'postgres'), settings: settingsFor(durability, binaries.major) }
  await launch(plan)
  return plan
}

const watchMs = 500

/** Brings the server back when it dies under us (out of memory, a stray kill): requests fail meanwhile, data does not. */
const keepRunning = (plan: ServerPlan, say: (line: string) => void) => {
  let relaunch: Promise<void> | undefined
  let complained = ''
  const look = () => {
    const pid = serverPid(plan.home)
    if (relaunch !== undefined || (pid !== undefined && isAlive(pid))) return
    relaunch = launch(plan)
      .then(() => say('The database had stopped and was started again.'))
      .catch((failure: unknown) => {
        const sentence = failure instanceof Error ? failure.message : String(failure)
        if (sentence !== complained) say(sentence)
        complained = sentence
      })
      .finally(() => (relaunch = undefined))
  }
  const timer = setInterval(look, watchMs).unref()
  return {
    end: async () => {
      clearInterval(timer)
      await relaunch
    },
  }
}
