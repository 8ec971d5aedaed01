import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Actor, machinePersonId } from '#kernel/actor.ts'
import { command, type Handler } from '#kernel/command.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { event } from '#kernel/event.ts'
import { createWorld, type World } from '#test/world.ts'
import { mount } from './http/mount.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  await w.sql(`create table raced (organization_id uuid, word text, unique (organization_id, word))`)
  await w.sql('grant select, insert on raced to muster_app')
})
afterAll(() => w.close())

const done = event('test.done', 'did {word}', z.object({ word: z.string() }))
const declared = (name: string) =>
  endpoint({
    name: `test.${name}`,
    method: 'POST',
    path: `/${name}`,
    summary: 'For the test',
    input: z.strictObject({ word: z.string(), other: z.string() }),
    output: z.object({ known: z.boolean() }),
  })

const lock = { name: 'test.lock', text: 'select pg_advisory_xact_lock(hashtext($1))' }
const find = { name: 'test.find', text: 'select word from raced where organization_id = $1 and word = $2' }
const keep = { name: 'test.keep', text: 'insert into raced values ($1, $2)' }

let attempts = 0
const counting = async () => {
  attempts += 1
}

/** Takes two locks in the order it is told. */
const crossing = command(declared('cross'))({
  load: counting,
  allow: () => true,
  run: async ({ tx }, _, { word, other }) => {
    await tx.named(lock, [word])
    await new Promise((resolve) => setTimeout(resolve, 100))
    await tx.named(lock, [other])
    return { result: { known: true }, events: [done({ word })] }
  },
})

/** Looks first, and keeps what is not there yet: without a refusal of its own for whoever came between. */
const keeping = command(declared('keep'))({
  load: async ({ tx }, { word }) => (await tx.named(find, [tx.organizationId, word])).length > 0,
  allow: () => true,
  run: async ({ tx }, known, { word }) => {
    if (!known) await tx.named(keep, [tx.organizationId, word])
    return { result: { known }, events: [done({ word })] }
  },
})

/** Looks nowhere, so that it meets the constraint each time. */
const blind = command(declared('blind'))({
  load: counting,
  allow: () => true,
  run: async ({ tx }, _, { word }) => {
    await tx.named(keep, [tx.organizationId, word])
    return { result: { known: false }, events: [done({ word })] }
  },
})

const ask = async (handler: Handler, word: string, other = word) => {
  const actor: Actor = { ...w.member('owner'), personId: machinePersonId }
  const app = mount([handler], w.runtime, async () => actor)
  const response = await app.request(`/api/v1${handler.endpoint.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ word, other }),
  })
  return { status: response.status, body: (await response.json()) as object }
}
const facts = async (word: string) => (await w.journal()).filter(({ data }) => data.word === word).length

test('two commands that wait for each other both come to their end, each once', async () => {
  const answers = await Promise.all([ask(crossing, 'left', 'right'), ask(crossing, 'right', 'left')])

  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect([await facts('left'), await facts('right')]).toEqual([1, 1])
})

test('of three that keep the same thing at once one keeps it and the others find it kept', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => ask(keeping, 'kept')))

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(answers.filter(({ body }) => 'known' in body && body.known)).toHaveLength(2)
})

test('a unique value that is taken, and that no rule speaks of, is a conflict and no defect', async () => {
  await ask(blind, 'taken')
  attempts = 0

  const { status, body } = await ask(blind, 'taken')

  expect(status).toBe(409)
  expect(body).toMatchObject({ type: '/problems/done-at-once' })
  expect(attempts).toBe(4)
  expect(await facts('taken')).toBe(1)
})

/** Each number is one by itself; together they are none that a column holds. */
const reckoning = command(declared('reckon'))({
  load: counting,
  allow: () => true,
  run: async ({ tx }, _, { word }) => {
    await tx.named({ name: 'test.reckon', text: 'select $1::bigint * 10' }, [word])
    return { result: { known: true }, events: [done({ word })] }
  },
})

test('what follows from numbers and fits nowhere is refused in words', async () => {
  const { status, body } = await ask(reckoning, '9223372036854775807')

  expect(status).toBe(422)
  expect(body).toMatchObject({ type: '/problems/number-too-large', errors: [expect.anything()] })
})
