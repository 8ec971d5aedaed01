import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { inviteMember } from '#modules/access/contract.ts'
import { createWorld, type World } from '#test/world.ts'
import { type Schedule, schedule, theOrganization } from './background/schedule.ts'
import { reactionTable } from './reaction.ts'
import { startWorker, type Worker } from './worker.ts'

let w: World
let worker: Worker | undefined
let lines: string[] = []
let atEnd: () => void = () => undefined
beforeAll(async () => {
  w = await createWorld()
})
afterEach(async () => {
  atEnd()
  await worker?.stop()
  worker = undefined
  lines = []
})
afterAll(() => w.close())

const start = (...schedules: Schedule[]) => {
  const log = pino({}, { write: (line) => void lines.push(line) })
  const { byName, followers } = w.runtime.reactions
  const mine = reactionTable(schedules)
  const reactions = { followers, byName: (name: string) => mine.byName(name) ?? byName(name) }
  worker = startWorker({ ...w.runtime, log, reactions }, schedules)
  return worker
}
const said = () => lines.map((line) => JSON.parse(line) as { msg: string; work: string })

const often = { everySeconds: 0, due: theOrganization }
const here = () => ({
  statement: { name: 'test.here', text: 'select $1::uuid as id' },
  values: [w.northwind],
})

test('a schedule that cannot ask says so once and again only when it works, and keeps nobody from their turn', async () => {
  let failures = 0
  let turns = 0
  const ask = () => {
    failures += 1
    if (failures <= 2) throw new Error('The disk is full.')
    return here()
  }
  start(
    schedule({ name: 'test.fails', ...often, whose: ask, one: async () => [] }),
    schedule({
      name: 'test.works',
      ...often,
      whose: here,
      one: async () => {
        turns += 1
        return []
      },
    }),
  )

  await vi.waitFor(() => expect(failures).toBeGreaterThan(2), 10_000)
  await vi.waitFor(() => expect(turns).toBeGreaterThan(1), 10_000)

  expect(said().map(({ msg, work }) => [work, msg])).toEqual([
    ['test.fails', 'the worker failed and will try again'],
    ['test.fails', 'what had failed works again'],
  ])
})

test('something that leaves the house and hangs keeps nothing that follows from a fact waiting, and is not begun twice', async () => {
  const { promise: hanging, resolve: end } = Promise.withResolvers<void>()
  atEnd = end
  let starts = 0
  start(
    schedule({
      name: 'test.hangs',
      ...often,
      whose: here,
      one: {
        lane: 'outside',
        load: async () => true,
        prepare: () => {
          starts += 1
          return hanging
        },
        run: async () => [],
      },
    }),
  )
  await vi.waitFor(() => expect(starts).toBe(1), 10_000)

  await w.done(inviteMember, w.member('owner'), {
    name: 'Omar Haddad',
    email: 'omar@northwind.example',
    roles: ['admin'],
    departmentIds: null,
  })
  worker?.wake()

  await vi.waitFor(async () => expect(await w.sql('select from outgoing_mails')).toHaveLength(1), 10_000)
  expect(starts).toBe(1)
})

test('told to stop, it ends what it began', async () => {
  let isDone = false
  let hasBegun = false
  const { stop } = start(
    schedule({
      name: 'test.long',
      ...often,
      whose: here,
      one: async () => {
        hasBegun = true
        await sleep(200)
        isDone = true
        return []
      },
    }),
  )
  await vi.waitFor(() => expect(hasBegun).toBe(true), 10_000)

  await stop()

  expect(isDone).toBe(true)
})
