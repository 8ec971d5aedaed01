import type { Config } from '#kernel/config.ts'
import { migrate } from '#kernel/migrate.ts'
import { type OpenOptions, openPostgres, type Postgres } from '#kernel/postgres/open-postgres.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { migrationsFolder, openRuntime } from '../start.ts'
import { stopOnSignal } from '../stop-on-signal.ts'

/** Runs a command on the database of this install: the one of the server that is running, or one started for it. */
export const withRuntime = async <Result>(
  config: Config,
  run: (runtime: Runtime, postgres: Postgres) => Promise<Result>,
  options: Pick<OpenOptions, 'durability'> = {},
): Promise<Result> => {
  const postgres = await openPostgres(config, { whenInUse: 'attach', ...options })
  // Cut short, it rolls back what was not committed and leaves no database running without an owner.
  const listenNoLonger = stopOnSignal(Promise.resolve(postgres), 130)
  try {
    await migrate(postgres.owner, migrationsFolder)
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
