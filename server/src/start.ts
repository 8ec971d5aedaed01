import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { pino } from 'pino'
import type { z } from 'zod'
import { createCheckpoints } from '#kernel/checkpoints.ts'
import type { Config } from '#kernel/config.ts'
import { openDatabase } from '#kernel/db.ts'
import { createDocuments } from '#kernel/documents/documents.ts'
import { trustedProxies } from '#kernel/http/client-address.ts'
import { listen } from '#kernel/http/listen.ts'
import { hasRoom } from '#kernel/http/room-left.ts'
import { type AnyId, uuidV7 } from '#kernel/ids.ts'
import { openEpochFile } from '#kernel/install/epoch-file.ts'
import type { Restored } from '#kernel/install/places.ts'
import { openStanding } from '#kernel/install/standing.ts'
import { createMailer } from '#kernel/mailer.ts'
import { migrate } from '#kernel/migrate.ts'
import { openKey, openPostgres } from '#kernel/postgres/open-postgres.ts'
import { reactionTable } from '#kernel/reaction.ts'
import type { Outside, Runtime } from '#kernel/runtime.ts'
import { createSecrets } from '#kernel/secrets.ts'
import { createDiskStorage } from '#kernel/storage.ts'
import { startWorker, type Worker } from '#kernel/worker.ts'
import { sealAtTheEnd } from '#modules/audit/index.ts'
import { modulesOff } from '#modules/organizations/index.ts'
import { modulesKnown, schedules, tasks } from './app.ts'
import { serve } from './serve.ts'
import { workUnlessRestored } from './work-unless-restored.ts'

export type Muster = Readonly<{
  url: string
  setUpLink: string | undefined
  /** Set when this may be a copy of an earlier state, and nothing is done until the operator has looked. */
  restored: Restored | undefined
  runtime: Runtime
  stop: () => Promise<void>
}>

export const migrationsFolder = join(import.meta.dirname, '../migrations')

/** Everything from the configuration to an open port, and the way back. */
export const startMuster = async (config: Config): Promise<Muster> => {
  const postgres = await openPostgres(config)
  const undo: (() => Promise<unknown> | unknown)[] = [postgres.stop]
  const stop = async () => {
    for (const step of undo.reverse()) await step()
  }
  try {
    await migrate(postgres.owner, migrationsFolder)
    const standing = await openStanding(postgres.owner, openEpochFile(config.epochFile))
    undo.push(standing.close)
    const { runtime, connectWorker } = openRuntime(config, postgres.app)
    undo.push(runtime.db.close, runtime.outside.documents.close, () => runtime.outside.mailer?.close())
    const work = workUnlessRestored(standing, () => {
      const worker = config.role === 'api' ? undefined : startWorker(runtime, schedules)
      connectWorker(worker)
      return worker
    })
    // After the worker has stopped: what it wrote last is chained too.
    if (config.role !== 'api')
      undo.push(() => (standing.restored() ? undefined : sealAtTheEnd(runtime).catch(() => undefined)))
    undo.push(work.stop)
    undo.push(keepQuietChains(runtime))
    const served = await serve(runtime, postgres.owner, {
      isMigrated: () => true,
      isWorking: work.isAlive,
      hasRoom: () => hasRoom(config.dataFolder),
      restored: standing.restored,
    })
    undo.push(served.close)
    undo.push(await listen(served.app, config))
    const restored = standing.restored()
    if (restored) runtime.log.error({ reason: restored.reason }, 'restored mode: nothing is changed, sent or paid')
    const setUpLink = restored ? undefined : await served.setUpLink()
    return { url: config.url, setUpLink, restored, runtime, stop }
  } catch (failure) {
    await stop()
    throw failure
  }
}

/** What the pipelines need, from real clocks, chance, keys, disks and mail servers. */
export const openRuntime = (config: Config, app: Parameters<typeof openDatabase>[0]) => {
  const log = pino({ level: config.logLevel }, pino.destination(2))
  const random = (count: number) => new Uint8Array(randomBytes(count))
  const secrets = createSecrets(openKey(config), random)
  const outside: Outside = {
    now: () => new Date(),
    newId: <Id extends AnyId>(kind: Id) => kind.parse(uuidV7(new Date(), random(10))) as z.output<Id>,
    randomBytes: random,
    secrets,
    documents: createDocuments(),
    storage: createDiskStorage(join(config.dataFolder, 'files'), random),
    checkpoints: createCheckpoints(join(config.dataFolder, 'checkpoints'), secrets),
    ...(config.smtpUrl ? { mailer: createMailer(config.smtpUrl) } : {}),
    baseUrl: config.url,
  }
  let worker: Worker | undefined
  const runtime: Runtime = {
    db: openDatabase(app, ({ message }) => log.warn({ reason: message }, 'a database connection was lost')),
    outside,
    reactions: reactionTable(tasks),
    modules: modulesKnown,
    wake: () => worker?.wake(),
    modulesOff,
    isTrustedProxy: trustedProxies(config.trustedProxies),
    checkAnswers: ['test', 'development'].includes(process.env.NODE_ENV ?? ''),
    log,
  }
  const connectWorker = (started: Worker | undefined) => {
    worker = started
  }
  return { runtime, connectWorker }
}

const lookEveryMs = 5_000
/** A log that stood still for so long has its last word kept, or the tail after the checkpoint could be cut off unseen. */
const quietSeconds = 10

const keepQuietChains = ({ outside, log }: Runtime): (() => void) => {
  const timer = setInterval(() => {
    outside.checkpoints
      .settle(quietSeconds, outside.now())
      .catch((error: unknown) => log.error({ err: error }, 'a checkpoint was not kept'))
  }, lookEveryMs).unref()
  return () => clearInterval(timer)
}
