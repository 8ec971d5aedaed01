import { afterAll, beforeAll, expect, test } from 'vitest'
import { cursorOf } from '#kernel/cursor.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { chanceFrom, type Malformed, malformed } from '../../bench/campaigns/malformed-requests.ts'
import { handlers } from '../src/app.ts'
import { type Populated, populate } from './populate.ts'
import { createWorld, everyRole, type World } from './world.ts'

let w: World
let there: Populated
beforeAll(async () => {
  w = await createWorld()
  there = await populate(w)
}, 180_000)
afterAll(() => w.close())

const endpoints: readonly Endpoint[] = handlers.map(({ endpoint }) => endpoint)
const known = (name: string): string | undefined => {
  try {
    return there.ids(name)
  } catch {
    return undefined
  }
}

/** Every role at once, the contractor's own included, so that no request ends at the gate. */
const everybody = () => ({ ...w.member(...everyRole), contractorId: there.ids('contractorId') })

let asked = 0
const ask = async ({ method, path, headers, body }: Malformed, authorization: string) => {
  asked += 1
  // Each from an address of its own, so that what strangers may ask in a minute is not what is tried here.
  const from = {
    incoming: { socket: { remoteAddress: `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}` } },
  }
  const init = {
    method,
    headers: { ...headers, authorization },
    ...(body === undefined ? {} : { body: body as never }),
  }
  const response = await w.app.request(path, init, from)
  return { status: response.status, text: await response.text() }
}

const told = ({ method, path, headers, body }: Malformed) =>
  `${method} ${path.slice(0, 300)} ${JSON.stringify(headers)} ${Buffer.from(body ?? '')
    .toString()
    .slice(0, 600)}`

const requests = Number(process.env.MUSTER_MALFORMED ?? 2_000)
const seed = Number(process.env.MUSTER_SEED ?? 20_261_130)

test(`of ${requests} malformed requests each gets an answer, and none is a defect`, {
  timeout: 600_000,
}, async () => {
  const chance = chanceFrom(seed)
  const token = w.tokenFor(everybody())
  const defects = new Map<string, string>()
  const statuses = new Map<number, number>()
  for (let n = 0; n < requests; n += 1) {
    const endpoint = endpoints[n % endpoints.length] as Endpoint
    const request = malformed(endpoint, known, chance)
    const { status, text } = await ask(request, token)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status >= 500 && !defects.has(endpoint.name))
      defects.set(endpoint.name, `${told(request)}\n${text.slice(0, 300)}`)
  }
  process.stdout.write(`Malformed requests: ${JSON.stringify(Object.fromEntries([...statuses].sort()))}\n`)

  expect(Object.fromEntries(defects)).toEqual({})
  // Most get past the form of the address and are looked at.
  expect(statuses.get(422) ?? 0).toBeGreaterThan(requests / 4)
})

const lists = endpoints.filter(({ input }) => 'after' in ((input as { shape?: object }).shape ?? {}))
const foreign = ['xxx', cursorOf(['not-a-uuid']), cursorOf([]), cursorOf([null, null]), cursorOf(Array(9).fill('a'))]

test.each(lists.map((endpoint) => [endpoint.name, endpoint] as const))(
  'a cursor that is none of its own is refused by the list %s',
  async (_, endpoint) => {
    const ids = Object.fromEntries(
      [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, there.ids(name)]),
    )
    for (const after of foreign) {
      const { status, body } = await w.ask(endpoint, everybody(), { ...ids, after })

      expect([status, (body as { errors?: object[] }).errors]).toEqual([
        422,
        [expect.objectContaining({ pointer: '#/after' })],
      ])
    }
  },
)
