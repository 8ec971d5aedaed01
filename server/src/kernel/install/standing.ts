import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { connect } from '#kernel/postgres/connect.ts'
import { doubtOf } from './doubt.ts'
import type { Epoch, EpochFile } from './epoch-file.ts'
import {
  enterRestored,
  goToWork,
  insertPlace,
  isSomebodyAtWork,
  knowledgeOf,
  moveOn,
  oneAtATime,
  type Restored,
  restoredIn,
} from './places.ts'

export type Standing = Readonly<{
  /** Since when and why nothing may be changed, sent or paid; undefined in ordinary life. */
  restored: () => Restored | undefined
  /** Called with every change from now on. */
  onChange: (tell: (restored: Restored | undefined) => void) => void
  close: () => Promise<void>
}>

const lookEveryMs = 5_000
const moveOnEveryMs = 60_000

/**
 * Compares the epoch in the database with the one in the file, moves both on, and goes on doing so until it is closed.
 * The epoch also moves on at the end: a copy made at any time before has another one.
 */
export const openStanding = async (owner: pg.ClientConfig, file: EpochFile): Promise<Standing> => {
  let client = await takePlace(owner, file)
  let restored = await restoredIn(client)
  let movedAt = performance.now()
  const listeners: ((restored: Restored | undefined) => void)[] = []

  const look = async (): Promise<void> => {
    // A database that went away may come back as another one.
    if (hasEnded.has(client)) client = await takePlace(owner, file)
    else if (performance.now() - movedAt > moveOnEveryMs) await oneAtATime(client, () => confirmPlace(client, file))
    else return tell(await restoredIn(client))
    movedAt = performance.now()
    tell(await restoredIn(client))
  }
  const tell = (found: Restored | undefined): void => {
    const isChanged = found?.since.getTime() !== restored?.since.getTime()
    restored = found
    if (isChanged) for (const listener of listeners) listener(found)
  }
  let looking: Promise<void> | undefined
  const timer = setInterval(() => {
    // While the database is away, everything stays as it was last known.
    looking ??= look()
      .catch(() => undefined)
      .finally(() => (looking = undefined))
  }, lookEveryMs).unref()

  return {
    restored: () => restored,
    onChange: (listener) => void listeners.push(listener),
    close: async () => {
      clearInterval(timer)
      await looking
      await oneAtATime(client, () => confirmPlace(client, file)).catch(() => undefined)
      await client.end().catch(() => undefined)
    },
  }
}

const hasEnded = new WeakSet<pg.Client>()

/** One look without staying: for a command. Answers whether restored mode lasts. */
export const lookAtStanding = async (owner: pg.ClientConfig, file: EpochFile): Promise<Restored | undefined> => {
  const client = await takePlace(owner, file)
  try {
    return await restoredIn(client)
  } finally {
    await client.end()
  }
}

const takePlace = async (owner: pg.ClientConfig, file: EpochFile): Promise<pg.Client> => {
  const client = await connect({ ...owner, application_name: 'muster-standing' })
  client.on('end', () => hasEnded.add(client))
  try {
    await oneAtATime(client, () => confirmPlace(client, file))
    await goToWork(client)
    return client
  } catch (failure) {
    await client.end()
    throw failure
  }
}

/**
 * As it was left: the epoch moves on. In doubt: somebody who is at work on this database vouches for it, and this
 * folder joins them; when nobody is, restored mode begins.
 */
const confirmPlace = async (client: pg.Client, file: EpochFile): Promise<void> => {
  const told = file.read()
  const known = await knowledgeOf(client, told)
  const doubt = doubtOf({ told, mark: told && file.mark(), ...known })
  if (doubt === undefined && told !== undefined && known.place !== undefined) {
    // A file that could not be written last time is brought up first, or it would fall behind by two.
    if (told.token !== known.place.token) return file.write({ ...told, token: known.place.token })
    const next = { placeId: told.placeId, token: randomUUID() }
    await moveOn(client, next, file.lastingMark())
    return file.write(next)
  }
  if (doubt !== undefined && !(await isSomebodyAtWork(client))) await enterRestored(client, doubt)
  await settle(client, file, { placeId: randomUUID(), token: randomUUID() })
}

const settle = async (client: pg.Client, file: EpochFile, epoch: Epoch): Promise<void> => {
  file.write(epoch)
  await insertPlace(client, epoch, file.lastingMark())
}
