import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { Download } from '#kernel/download.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { DownloadOutput } from '#kernel/file-answer.ts'
import { query } from '#kernel/query.ts'
import { createWorld, type World } from '#test/world.ts'
import { mount } from './mount.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const exported = endpoint({
  name: 'example.export',
  method: 'GET',
  path: '/example',
  summary: 'An export in three pieces',
  input: z.strictObject({}),
  output: DownloadOutput,
})

/** Asks for three pieces; after the first the actor is another one. */
const piecesFor = async (before: Actor, after: Actor | undefined) => {
  let actor: Actor | undefined = before
  async function* pieces() {
    yield 'one\n'
    actor = after
    yield 'two\n'
    yield 'three\n'
  }
  const file = { fileName: 'example.csv', mediaType: 'text/csv' }
  const handler = query(exported)({
    allow: () => true,
    read: async () => new Download({ ...file, content: pieces() }),
  })
  const response = await mount([handler], w.runtime, async () => actor).request('/api/v1/example')
  const got: string[] = []
  try {
    for await (const piece of response.body ?? []) got.push(Buffer.from(piece).toString())
  } catch {
    got.push('broken off')
  }
  return got.join('')
}

test('an export under way breaks off when whoever asked is locked out', async () => {
  expect(await piecesFor(w.member('finance'), undefined)).toBe('one\nbroken off')
})

test('it breaks off when they lose a role or are limited to a department', async () => {
  const finance = w.member('finance')

  expect(await piecesFor(finance, { ...finance, roles: [] })).toBe('one\nbroken off')
  expect(await piecesFor(finance, { ...finance, departmentIds: ['design'] })).toBe('one\nbroken off')
})

test('it arrives whole for whoever stays who they were, also when they have confirmed again meanwhile', async () => {
  const finance = w.member('finance')

  expect(await piecesFor(finance, { ...finance, confirmedAt: new Date() })).toBe('one\ntwo\nthree\n')
})
