import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AccessWorld, createAccessWorld } from '#test/access-world.ts'
import { createAuth } from './better-auth.ts'

let w: AccessWorld
beforeAll(async () => {
  w = await createAccessWorld()
})
afterAll(() => w.close())

test('the tables we wrote are those that better-auth asks for', async () => {
  const { options } = createAuth(w.runtime, { tokenFor: async () => '', send: async () => undefined })
  const pool = new pg.Pool({ ...w.runtime.db.pool.options, options: '-c search_path=auth' })

  const { toBeCreated, toBeAdded } = await getMigrations({ ...options, database: pool })
  await pool.end()

  expect(toBeCreated).toEqual([])
  expect(toBeAdded).toEqual([])
})

test('the application may use the tables of signing in, and owns none of them', async () => {
  const owned = await w.sql(
    `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
     where c.relnamespace = 'auth'::regnamespace and c.relkind = 'r'
       and (r.rolname = 'muster_app'
         or not has_table_privilege('muster_app', c.oid, 'select, insert, update, delete'))`,
  )

  expect(owned).toEqual([])
})
