import { Hono } from 'hono'
import type { Restored } from '#kernel/install/places.ts'
import type { Runtime } from '#kernel/runtime.ts'

export type Checks = Readonly<{
  isMigrated: () => boolean
  isWorking: () => boolean
  /** Is there room on the disk for what comes next? */
  hasRoom: () => Promise<boolean>
  /** Set while this may be a copy of an earlier state. */
  restored: () => Restored | undefined
}>

/** `/healthz`: the process answers. `/readyz`: it can serve, because database, migrations and worker are there. */
export const health = ({ db }: Pick<Runtime, 'db'>, { isMigrated, isWorking, hasRoom, restored }: Checks): Hono =>
  new Hono()
    .get('/healthz', (context) => context.json({ status: 'alive' }))
    .get('/readyz', async (context) => {
      const database = await db.pool.query('select 1').then(
        () => true,
        () => false,
      )
      const state = {
        database,
        migrations: isMigrated(),
        worker: isWorking(),
        room: await hasRoom(),
        original: restored() === undefined,
      }
      return context.json(state, Object.values(state).every(Boolean) ? 200 : 503)
    })
