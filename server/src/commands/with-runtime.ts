import { CannotStart } from '#kernel/cannot-start.ts'
import type { Config } from '#kernel/config.ts'
import { openEpochFile } from '#kernel/install/epoch-file.ts'
import { lookAtStanding } from '#kernel/install/standing.ts'
import { migrate } from '#kernel/migrate.ts'
import { type OpenOptions, openPostgres, type Postgres } from '#kernel/postgres/open-postgres.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { migrationsFolder, openRuntime } from '../start.ts'
import { stopOnSignal } from '../stop-on-signal.ts'

type Options = Pick<OpenOptions, 'durability'> &
  Readonly<{
    /** A command that only looks, or that ends restored mode, goes on in it. */
    inRestoredMode?: 'refuse' | 'go on'
  }>

const refusal = 'This install is in restored mode, and this would change something. See: npm run muster -- restored'

/** Runs a command on the database of this install: the one of the server that is running, or one started for it. */
export const withRuntime = async <Result>(
  config: Config,
  run: (runtime: Runtime, postgres: Postgres) => Promise<Result>,
  { inRestoredMode = 'refuse', ...options }: Options = {},
): Promise<Result> => {
  const postgres = await openPostgres(config, { whenInUse: 'attach', ...options })
  // Cut short, it rolls back what was not committed and leaves no database running without an owner.
  const listenNoLonger = stopOnSignal(Promise.resolve(postgres), 130)
  try {
    await migrate(postgres.owner, migrationsFolder)
    const restored = await lookAtStanding(postgres.owner, openEpochFile(config.epochFile))
    if (restored && inRestoredMode === 'refuse') throw new CannotStart(refusal)
    const { runtime } = openRuntime(config, postgres.app)
    try {
      return await run(runtime, postgres)
    } finally {
      await runtime.outside.documents.close()
      runtime.outside.mailer?.close()
      await runtime.db.close()
    }
  } finally {
    await postgres.stop()
    listenNoLonger()
  }
}
