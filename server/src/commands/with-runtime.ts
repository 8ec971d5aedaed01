import type { Config } from '#kernel/config.ts'
import { migrate } from '#kernel/migrate.ts'
import { openPostgres, type Postgres } from '#kernel/postgres/open-postgres.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { migrationsFolder, openRuntime } from '../start.ts'

/** Runs a command on the database of this install: the one of the server that is running, or one started for it. */
export const withRuntime = async <Result>(
  config: Config,
  run: (runtime: Runtime, postgres: Postgres) => Promise<Result>,
): Promise<Result> => {
  const postgres = await openPostgres(config, { whenInUse: 'attach' })
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
  }
}
