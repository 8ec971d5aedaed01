import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Origin } from '#kernel/command.ts'
import { endpoint } from '#kernel/endpoint.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { trustedProxies } from './client-address.ts'
import { mount } from './mount.ts'

const whereFrom = endpoint({
  name: 'example.where-from',
  method: 'GET',
  path: '/where-from',
  summary: 'An example for the tests',
  input: z.strictObject({}),
  output: z.object({}),
  public: true,
})

/** Mounts one handler that answers with what it was told of the request's origin. */
const ask = async (headers: Record<string, string>, proxies: readonly string[] = []): Promise<Origin> => {
  const runtime = {
    outside: { now: () => new Date(0), baseUrl: 'http://localhost' },
    isTrustedProxy: trustedProxies(proxies),
  } as unknown as Runtime
  const app = mount(
    [{ endpoint: whereFrom, execute: async (_, { origin }) => origin }],
    runtime,
    async () => undefined,
  )
  const peer = { incoming: { socket: { remoteAddress: '203.0.113.17' } } }
  return (await app.request('/api/v1/where-from', { headers }, peer)).json() as Promise<Origin>
}

test('a header that claims another address is not believed', async () => {
  const { address } = await ask({ 'x-forwarded-for': '192.0.2.1', forwarded: 'for=192.0.2.1' })

  expect(address).toBe('203.0.113.17')
})

test('a trusted proxy tells the address that rates are limited by and signatures are given with', async () => {
  const { address } = await ask({ 'x-forwarded-for': '192.0.2.1' }, ['203.0.113.0/24'])

  expect(address).toBe('192.0.2.1')
})

test('a use case learns the browser or app, of an endless name only the beginning', async () => {
  expect(await ask({ 'user-agent': 'Phone' })).toEqual({ address: '203.0.113.17', userAgent: 'Phone' })
  expect((await ask({ 'user-agent': 'x'.repeat(5_000) })).userAgent).toHaveLength(400)
  expect((await ask({})).userAgent).toBe('')
})
