import type pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connect } from '#kernel/postgres/connect.ts'
import { createWorld, type World } from '#test/world.ts'
import { transaction } from './db.ts'
import { earlierReply } from './idempotency.ts'

let w: World
let other: pg.Client
beforeAll(async () => {
  w = await createWorld()
  other = await connect(w.runtime.db.pool.options)
})
afterAll(async () => {
  await other.end()
  await w.close()
})

const cutOff = async (): Promise<number> => {
  const { rowCount } = await other.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`,
  )
  return rowCount ?? 0
}

test('a connection that breaks while a request waits for its key fails that request and nothing else', async () => {
  const actor = w.member('owner')
  const claim = { personId: actor.personId, key: 'a key', command: 'example.greet', input: {}, sha256: undefined }
  const place = `${actor.organizationId} ${actor.personId} ${claim.key}`
  await other.query('select pg_advisory_lock(hashtextextended($1, 0))', [place])

  const waiting = transaction(w.runtime.db, actor, (tx) => earlierReply(tx, w.runtime.outside.secrets, claim))
  const refused = expect(waiting).rejects.toThrow(/terminat/)
  await vi.waitFor(async () => expect(await cutOff()).toBe(1))

  // A failure that nobody hears ends a process, and would end this test as well.
  await refused
  await other.query('select pg_advisory_unlock_all()')
  expect(await transaction(w.runtime.db, actor, (tx) => earlierReply(tx, w.runtime.outside.secrets, claim))).toBe(
    undefined,
  )
})
