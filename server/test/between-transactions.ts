import { Readable } from 'node:stream'
import type { Call, Handler } from '#kernel/command.ts'
import type { Runtime } from '#kernel/runtime.ts'
import type { World } from './world.ts'

/** A runtime that notes how many connections to the database are taken whenever a file is read or a picture tried out. */
const watched = ({ runtime }: World) => {
  const { pool } = runtime.db
  const { storage, documents } = runtime.outside
  const taken: number[] = []
  const note = () => taken.push(pool.totalCount - pool.idleCount)
  const outside: Runtime['outside'] = {
    ...runtime.outside,
    storage: {
      ...storage,
      open: (...file) => {
        note()
        return storage.open(...file)
      },
    },
    documents: {
      ...documents,
      draws: (picture) => {
        note()
        return documents.draws(picture)
      },
    },
  }
  return { runtime: { ...runtime, outside }, taken }
}

type Asked = Pick<Call, 'actor' | 'input'> & Readonly<{ upload?: Uint8Array }>

/** Carries a command out and answers how many connections were taken each time it did what takes long. */
export const takenMeanwhile = async (w: World, handler: Handler, { actor, input, upload }: Asked) => {
  const { runtime, taken } = watched(w)
  const { storage } = runtime.outside
  const received = upload && (await storage.put(actor.organizationId, Readable.from([upload]), upload.length))
  await handler.execute(runtime, { actor, now: w.now(), input, ...(received ? { upload: received } : {}) })
  return taken
}
