import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { endpoint } from '#kernel/endpoint.ts'
import type { FieldError } from '#kernel/problem.ts'
import { parse } from '#kernel/problem.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { mount } from './mount.ts'

let looked = 0
const Value = z.string().refine(() => {
  looked += 1
  return false
}, 'No value pleases here.')

const declared = {
  method: 'POST',
  summary: 'For the test',
  input: z.strictObject({ values: z.array(Value).default([]) }),
  output: z.unknown(),
} as const
const forMembers = endpoint({ ...declared, name: 'test.members', path: '/members' })
const forStrangers = endpoint({ ...declared, name: 'test.strangers', path: '/strangers', public: true })

const runtime = {
  outside: { now: () => new Date(0), baseUrl: 'http://localhost' },
  isTrustedProxy: () => false,
} as unknown as Runtime
const app = mount(
  [forMembers, forStrangers].map((each) => ({
    endpoint: each,
    execute: async (_, { input }) => parse(each.input, input),
  })),
  runtime,
  async () => ({ organizationId: 'x', roles: ['owner'] }) as unknown as Actor,
)
const send = async (path: string, body: unknown) => {
  const headers = { 'content-type': 'application/json' }
  const response = await app.request(`/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const text = await response.text()
  return { status: response.status, bytes: text.length, body: JSON.parse(text) as { errors?: FieldError[] } }
}
const unknownKeys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 1]))

beforeEach(() => {
  looked = 0
})

test('a stranger who sends 957 kB of unknown properties is answered in a line', async () => {
  const { status, bytes } = await send('/strangers', unknownKeys(88_000))

  expect([status, looked]).toEqual([413, 0])
  expect(bytes).toBeLessThan(500)
})

test('what strangers send may have few values, however short they are', async () => {
  const { status, body, bytes } = await send('/strangers', { values: Array(500).fill('') })

  expect([status, looked]).toEqual([422, 0])
  expect(body.errors).toEqual([{ pointer: '#', detail: 'This has too many values.' }])
  expect(bytes).toBeLessThan(500)
})

test('88,000 values of a member are counted before any of them is looked at', async () => {
  const { status, bytes } = await send('/members', { values: Array(88_000).fill('') })

  expect([status, looked]).toEqual([422, 0])
  expect(bytes).toBeLessThan(500)
})

test.each([
  ['unknown properties', unknownKeys(19_000)],
  ['wrong values', { values: Array(19_000).fill('x') }],
  ['characters that cannot be stored', { values: Array(19_000).fill('\0') }],
  ['long names', { ...unknownKeys(100), ['n'.repeat(500_000)]: 1 }],
])('of thousands of %s fifty are named, each in a line, and it is said that there are more', async (_, input) => {
  const { status, body, bytes } = await send('/members', input)

  expect(status).toBe(422)
  expect(body.errors).toHaveLength(50)
  expect(body).toMatchObject({ furtherErrors: expect.any(Number) })
  expect(bytes).toBeLessThan(50 * 700)
})

test('a property with a name of half a megabyte is named by its beginning', async () => {
  const { body, bytes } = await send('/members', { ['n'.repeat(500_000)]: 1 })

  expect(body.errors).toHaveLength(1)
  expect(body).not.toHaveProperty('furtherErrors')
  expect(bytes).toBeLessThan(1_000)
})
