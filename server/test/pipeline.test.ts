import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { machine } from '#kernel/actor.ts'
import { deliverNext } from '#kernel/background/deliver.ts'
import type { Work } from '#kernel/command.ts'
import { on, reactionTable } from '#kernel/reaction.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { addContractor, changeContractor } from '#modules/directory/contract.ts'
import { contractorAdded } from '#modules/directory/index.ts'
import { uploadFile } from '#modules/files/contract.ts'
import { addDepartment, revealEin } from '#modules/organizations/contract.ts'
import { legalEntityNamed } from './organizations-world.ts'
import { createWorld, type World } from './world.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const profile = (name: string) => ({ displayName: name, email: `${name.toLowerCase()}@example.com`, country: 'US' })
const bodyOf = (text: string, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: token, ...headers },
  body: text,
})
let token = ''

test('twenty retries of one request under one key get the same answer and change one thing', async () => {
  const manager = w.member('manager')

  const answers = await Promise.all(
    Array.from({ length: 20 }, () => w.ask(addContractor, manager, profile('Parallel'), { key: 'same' })),
  )

  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect((await w.journal()).filter(({ name }) => name === 'directory.contractor-added')).toHaveLength(1)
})

test('of twenty changes to the same version one is made and nineteen are told', async () => {
  const manager = w.member('manager')
  const { id: contractorId } = await w.done(addContractor, manager, profile('Raced'))

  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      w.ask(changeContractor, manager, { ...profile('Raced'), city: `City ${n}`, contractorId, version: 1 }),
    ),
  )

  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
})

test('a key that came with one file is not good for another file under the same name', async () => {
  const manager = w.member('manager')
  const upload = (text: string) =>
    w.ask(uploadFile, manager, { name: 'brief.txt' }, { key: 'brief', upload: Buffer.from(text) })

  const first = await upload('The brief')
  const other = await upload('Another brief')
  const again = await upload('The brief')

  expect(other.status).toBe(422)
  expect(other.body).toMatchObject({ type: '/problems/idempotency-key-reused' })
  expect(again.text).toBe(first.text)
})

test('a refused command frees its key, so that the corrected request may use it', async () => {
  const owner = w.member('owner')

  const refused = await w.ask(addDepartment, owner, { name: '' }, { key: 'again' })
  const accepted = await w.ask(addDepartment, owner, { name: 'Design' }, { key: 'again' })

  expect([refused.status, accepted.status]).toEqual([422, 200])
})

test('keys of two people do not meet', async () => {
  const [maya, omar] = [w.member('owner'), w.member('owner')]

  await w.done(addDepartment, maya, { name: 'Sound' }, { key: 'shared' })

  expect((await w.ask(addDepartment, omar, { name: 'Light' }, { key: 'shared' })).body).toMatchObject({
    name: 'Light',
  })
})

const requests: readonly [string, string, Record<string, string>, number, string][] = [
  ['half a JSON', '{"name":', {}, 400, 'malformed-json'],
  ['another content type', '{"name":"x"}', { 'content-type': 'text/plain' }, 415, 'not-json'],
  ['a list instead of an object', '[1]', {}, 422, 'invalid-input'],
  ['a NUL character', '{"name":"a\\u0000b"}', {}, 422, 'invalid-input'],
  ['half a surrogate pair', '{"name":"\\ud83d"}', {}, 422, 'invalid-input'],
  ['forty levels of nesting', `{"name":${'['.repeat(40)}${']'.repeat(40)}}`, {}, 422, 'invalid-input'],
  ['more than a megabyte', `{"name":"${'x'.repeat(1_000_001)}"}`, {}, 413, 'body-too-large'],
  ['a request that another site caused', '{"name":"x"}', { 'sec-fetch-site': 'cross-site' }, 403, 'cross-site'],
  ['a foreign origin', '{"name":"x"}', { origin: 'https://elsewhere.example' }, 403, 'cross-site'],
  [
    'a foreign origin that names itself as the host',
    '{"name":"x"}',
    { origin: 'https://elsewhere.example', host: 'elsewhere.example' },
    403,
    'cross-site',
  ],
  ['a prototype as property', '{"name":"x","__proto__":{"role":"owner"}}', {}, 422, 'invalid-input'],
]

test.each(requests)('%s is refused with a reason, never with a crash', async (_, body, headers, status, slug) => {
  const owner = w.member('owner')
  token = w.tokenFor(owner)

  const response = await w.app.request('/api/v1/departments', bodyOf(body, headers))

  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({ type: `/problems/${slug}`, requestId: expect.any(String) })
})

test('every answer carries the headers that keep a browser safe', async () => {
  const response = await w.app.request('/api/v1/nothing')

  expect(response.status).toBe(404)
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(response.headers.get('content-security-policy')).not.toContain('unsafe-eval')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
})

/** A runtime that hears `contractorAdded` by the given handler. */
const hearing = (handle: (work: Work) => Promise<void>): Runtime => {
  const reaction = on(contractorAdded, 'test.hear', async (work) => {
    await handle(work)
    return []
  })
  return { ...w.runtime, reactions: reactionTable([reaction]) }
}

const owe = async (name: string) => {
  const owner = w.member('owner')
  const { id } = await w.done(addContractor, owner, profile(name))
  await w.sql(
    `insert into deliveries (organization_id, id, journal_id, reaction, due_at)
     select organization_id, id, id, 'test.hear', occurred_at from journal where subjects @> array[$1]::uuid[]`,
    [id],
  )
}

test('two workers deliver each fact once', async () => {
  await w.deliver()
  await Promise.all(['One', 'Two', 'Three', 'Four', 'Five'].map(owe))
  let heard = 0
  const runtime = hearing(async () => {
    heard += 1
  })

  const drain = async () => {
    while (await deliverNext(runtime, w.northwind, 'fact'));
  }
  await Promise.all([drain(), drain(), drain()])

  expect(heard).toBe(5)
  expect(await w.sql('select from deliveries')).toHaveLength(0)
})

test('a delivery that fails leaves nothing behind, is tried again later and parked in the end', async () => {
  await owe('Six')
  const runtime = hearing(async ({ tx, newId }) => {
    const kysely = tx.withTables<{ departments: { organization_id: string; id: string; name: string } }>()
    const id = newId(z.uuid().brand<'DepartmentId'>())
    await kysely
      .insertInto('departments')
      .values({ organization_id: tx.organizationId, id, name: 'Half done' })
      .execute()
    throw new Error('the printer is on fire')
  })

  for (let attempt = 0; attempt < 12; attempt += 1) {
    await deliverNext(runtime, w.northwind, 'fact')
    w.advance(3_600_000)
  }

  expect(await w.sql("select from departments where name = 'Half done'")).toHaveLength(0)
  expect(await w.sql('select attempts, last_error, parked_at is not null as parked from deliveries')).toEqual([
    { attempts: 12, last_error: 'the printer is on fire', parked: true },
  ])
  expect(await deliverNext(runtime, w.northwind, 'fact')).toBe(false)
})

test('the application cannot change or remove what the journal says', async () => {
  for (const change of ['update journal set name = name', 'delete from journal', 'truncate journal']) {
    await expect(w.runtime.db.pool.query(change)).rejects.toThrow(/permission denied|keeps what happened/)
  }
  await expect(w.sql('delete from journal')).rejects.toThrow('keeps what happened')
})

test('without an organization the application sees no row at all', async () => {
  const { rows } = await w.runtime.db.pool.query('select count(*)::int as count from contractors')

  expect(rows).toEqual([{ count: 0 }])
  expect(machine(w.northwind).roles).toEqual([])
})

test('an answer with a secret in it is not kept in clear, and a retry still gets it', async () => {
  const owner = w.member('owner')
  const entity = await legalEntityNamed(w, 'Sealed Answers LLC')
  const ask = { legalEntityId: entity.id, reason: 'The bank asks for it' }

  const first = await w.ask(revealEin, owner, ask, { key: 'secret' })
  const again = await w.ask(revealEin, owner, ask, { key: 'secret' })
  const kept = JSON.stringify(await w.sql("select reply, input_hash from idempotency_keys where key = 'secret'"))

  expect(first.body).toEqual({ ein: '123456789' })
  expect(again.text).toBe(first.text)
  expect(kept).not.toContain('123456789')
})
