import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { restoredGate } from '#kernel/http/restored-gate.ts'
import { createKey, inviteMember, listKeys } from '#modules/access/contract.ts'
import { listMails } from '#modules/messaging/contract.ts'
import { createWorld, type World } from '#test/world.ts'
import { describeRestored } from './describe.ts'
import { settleRestored } from './lift.ts'

let w: World
const restored = { since: new Date('2026-11-16T08:00:00Z'), reason: 'This data folder is a copy.' }
beforeAll(async () => {
  w = await createWorld()
  const owner = await memberOnFile()
  const dana = { name: 'Dana', email: 'dana@northwind.example', roles: ['manager' as const], departmentIds: null }
  await w.done(inviteMember, owner, dana)
  await w.done(createKey, owner, { name: 'Ledger', scopes: ['access.list-members'], expiresInDays: 30 })
  await w.deliver()
})
afterAll(() => w.close())

const memberOnFile = async () => {
  const owner = w.member('owner', 'admin')
  await w.sql(
    `insert into auth.people (id, name, email, email_verified) values ($1, 'Maya', 'maya@northwind.example', true)`,
    [owner.personId],
  )
  return owner
}

const openNow = async () => {
  const [ways] = await w.sql(`select (select count(*) from api_keys where revoked_at is null)::int as keys,
    (select count(*) from links where used_at is null)::int as links`)
  const { items } = await w.done(listMails, w.member('admin'), {})
  return { ...ways, mails: items.map(({ status }) => status) }
}

test('while restored mode lasts every address of the API answers with why, and does nothing', async () => {
  const app = new Hono()
    .use(
      '/api/*',
      restoredGate(() => restored),
    )
    .get('/api/x', (context) => context.text('done'))

  const said = await app.request('/api/x')

  expect([said.status, await said.json()]).toEqual([
    503,
    expect.objectContaining({ type: '/problems/restored-mode', reason: restored.reason }),
  ])
})

test('in ordinary life the gate is open', async () => {
  const app = new Hono()
    .use(
      '/api/*',
      restoredGate(() => undefined),
    )
    .get('/api/x', (context) => context.text('done'))

  expect(await (await app.request('/api/x')).text()).toBe('done')
})

test('the operator sees what has to be compared before anything is lifted', async () => {
  const text = (await describeRestored(w.runtime, restored)).join('\n')

  expect(text).toContain('This data folder is a copy.')
  expect(text).toMatch(/northwind\n {2}last entry of the journal {4}2026-\S+ messaging\.mail-written/)
  expect(text).toContain('mails that wait              1')
  expect(text).toContain('1 keys, 1 links')
})

test('an install that was only moved goes on with its keys, links and mails', async () => {
  await settleRestored(w.runtime, restored, 'moved')

  expect(await openNow()).toEqual({ keys: 1, links: 1, mails: ['waiting'] })
})

test('in an earlier state every key and link ends, waiting mails are put aside, and the journal says so', async () => {
  await settleRestored(w.runtime, restored, 'earlier')

  expect(await openNow()).toEqual({ keys: 0, links: 0, mails: ['failed'] })
  expect((await w.journal()).slice(-3).map(({ name }) => name)).toEqual([
    'access.ways-in-ended',
    'messaging.mails-put-aside',
    'audit.restored-mode-lifted',
  ])
  const { items } = await w.done(listKeys, w.member('owner', 'admin'), {})
  expect(items.every(({ revokedAt }) => revokedAt !== null)).toBe(true)
})
