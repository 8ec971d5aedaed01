import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { inviteMember } from '#modules/access/contract.ts'
import { createWorld, type World } from '#test/world.ts'
import { type Schedule, startWorker, type Worker } from './worker.ts'

let w: World
let worker: Worker | undefined
let lines: string[] = []
beforeAll(async () => {
  w = await createWorld()
})
afterEach(async () => {
  await worker?.stop()
  worker = undefined
  lines = []
})
afterAll(() => w.close())

const start = (...schedules: Schedule[]) => {
  const log = pino({}, { write: (line) => void lines.push(line) })
  worker = startWorker({ ...w.runtime, log }, schedules)
  return worker
}
const said = () => lines.map((line) => JSON.parse(line) as { msg: string; work: string })

test('a schedule that fails says so once and again only when it works, and keeps nobody from their turn', async () => {
  let failures = 0
  let turns = 0
  const failing = async () => {
    failures += 1
    if (failures <= 2) throw new Error('The disk is full.')
  }
  start(
    { name: 'fails', everySeconds: 0, run: failing },
    {
      name: 'works',
      everySeconds: 0,
      run: async () => {
        turns += 1
      },
    },
  )

  await vi.waitFor(() => expect(failures).toBeGreaterThan(2), 10_000)

  expect(turns).toBeGreaterThan(1)
  expect(said().map(({ msg, work }) => [work, msg])).toEqual([
    ['fails', 'the worker failed and will try again'],
    ['fails', 'what had failed works again'],
  ])
})

test('a schedule that hangs keeps nothing that follows from a fact waiting, and is not started twice', async () => {
  const { promise: hanging, resolve: end } = Promise.withResolvers<void>()
  let starts = 0
  const hang = () => {
    starts += 1
    return hanging
  }
  start({ name: 'hangs', everySeconds: 0, run: hang })
  await vi.waitFor(() => expect(starts).toBe(1), 10_000)

  await w.done(inviteMember, w.member('owner'), {
    name: 'Omar Haddad',
    email: 'omar@northwind.example',
    roles: ['admin'],
    departmentIds: null,
  })
  worker?.wake()

  await vi.waitFor(async () => expect(await w.sql('select from deliveries')).toEqual([]), 10_000)
  expect(await w.sql('select from outgoing_mails')).toHaveLength(1)
  expect(starts).toBe(1)
  end()
})

test('told to stop, it waits for what is under way, which is told as well', async () => {
  let isDone = false
  let hasBegun = false
  const { stop } = start({
    name: 'long',
    everySeconds: 0,
    run: async (_, isStopping) => {
      hasBegun = true
      while (!isStopping?.()) await sleep(5)
      isDone = true
    },
  })
  await vi.waitFor(() => expect(hasBegun).toBe(true), 10_000)

  await stop()

  expect(isDone).toBe(true)
})
