import { Hono } from 'hono'
import type { Runtime } from '#kernel/runtime.ts'

export type Checks = Readonly<{ isMigrated: () => boolean; isWorking: () => boolean }>

/** `/healthz`: the process answers. `/readyz`: it can serve, because database, migrations and worker are there. */
export const health = ({ db }: Pick<Runtime, 'db'>, { isMigrated, isWorking }: Checks): Hono =>
  new Hono()
    .get('/healthz', (context) => context.json({ status: 'alive' }))
    .get('/readyz', async (context) => {
      const database = await db.pool.query('select 1').then(
        () => true,
        () => false,
      )
      const state = { database, migrations: isMigrated(), worker: isWorking() }
      return context.json(state, Object.values(state).every(Boolean) ? 200 : 503)
    })
