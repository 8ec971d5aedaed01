import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import { problem } from '#kernel/problem.ts'
import { reactionTable } from '#kernel/reaction.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { cancelMyJob, JobId, listMyJobs, viewMyJob } from '#modules/background/contract.ts'
import { createWorld, type World } from '#test/world.ts'
import { deliverDue, deliverNext } from './deliver.ts'
import { type AnyJob, job, startJob } from './job.ts'

let w: World
let maya: Actor
beforeAll(async () => {
  w = await createWorld()
  await w.sql('create table slips (organization_id uuid, note text)')
  await w.sql('grant insert, select on slips to muster_app')
  maya = w.member('finance')
})
afterAll(() => w.close())

const slip = { name: 'test.slip', text: 'insert into slips values ($1, $2)' }
const slips = async (like: string) =>
  (await w.sql('select note from slips where note like $1 order by note', [like])).map(({ note }) => note)
const tooMany = problem('test-too-many', 409, 'There are too many of them.')

type Fault = (place: number) => void

const counting = (name: string, fault: Fault = () => undefined) =>
  job({
    name,
    title: 'Counting',
    input: z.object({ upTo: z.number() }),
    state: z.object({ next: z.number() }),
    first: () => ({ next: 1 }),
    step: async ({ tx, actor }, { upTo }, { next }) => {
      await tx.named(slip, [tx.organizationId, `${name} ${next} by ${actor.personId}`])
      fault(next)
      if (next === upTo) return { result: { said: `Counted to ${upTo}.`, link: '/numbers' }, events: [] }
      return { state: { next: next + 1 }, done: next, of: upTo, events: [] }
    },
  })

const runtimeWith = (...jobs: AnyJob[]): Runtime => ({ ...w.runtime, reactions: reactionTable(jobs) })
const begin = async (declared: ReturnType<typeof counting>, upTo = 3, actor = maya) =>
  JobId.parse(await w.work(actor, (work) => startJob(work, declared, { upTo })))
const view = (jobId: JobId, actor = maya) => w.done(viewMyJob, actor, { jobId })

test('a job that was put in by something that did not happen is none', async () => {
  const declared = counting('test.undone')

  await expect(
    w.work(maya, async (work) => {
      await startJob(work, declared, { upTo: 3 })
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')

  expect(await w.sql("select from jobs where name = 'test.undone'")).toEqual([])
  expect(await w.sql("select from deliveries where reaction = 'test.undone'")).toEqual([])
})

test('nobody sees or cancels what somebody else started', async () => {
  const jobId = await begin(counting('test.mine'))
  const owner = w.member('owner')

  expect((await w.ask(viewMyJob, owner, { jobId })).status).toBe(404)
  expect((await w.ask(cancelMyJob, owner, { jobId })).status).toBe(404)
  expect((await w.done(listMyJobs, owner, {})).items).toEqual([])
  await w.sql("delete from deliveries where reaction = 'test.mine'")
})

test('it goes step by step, says how far it is and how long yet, and leaves a result', async () => {
  const declared = counting('test.steps')
  const runtime = runtimeWith(declared)
  const jobId = await begin(declared)
  const before = await view(jobId)

  await deliverNext(runtime, w.northwind, 'job')
  w.advance(10_000)
  const between = await view(jobId)
  await deliverDue(runtime, w.northwind)
  const after = await view(jobId)

  expect(before).toMatchObject({ status: 'waiting', done: 0, of: null, secondsLeft: null })
  expect(between).toMatchObject({ status: 'running', done: 1, of: 3, secondsLeft: 20, title: 'Counting' })
  expect(after).toMatchObject({
    status: 'done',
    result: { said: 'Counted to 3.', link: '/numbers' },
    secondsLeft: null,
  })
  expect(await slips('test.steps%')).toEqual([1, 2, 3].map((number) => `test.steps ${number} by ${maya.personId}`))
  expect(await w.sql('select from deliveries')).toEqual([])
})

test('after a failure it goes on from its last step, and does none of them twice', async () => {
  let isDown = true
  const declared = counting('test.down', (place) => {
    if (place === 2 && isDown) throw new Error('The vendor is away.')
  })
  const runtime = runtimeWith(declared)
  const jobId = await begin(declared)
  await deliverDue(runtime, w.northwind)
  const failed = await view(jobId)

  isDown = false
  w.advance(60_000)
  await deliverDue(runtime, w.northwind)

  expect(failed).toMatchObject({ status: 'running', done: 1, complaint: 'The vendor is away.' })
  expect((await view(jobId)).status).toBe('done')
  expect(await slips('test.down%')).toHaveLength(3)
})

test('one that fails each time is stuck and says why, to whoever started it', async () => {
  const declared = counting('test.stuck', () => {
    throw new Error('The vendor is gone.')
  })
  const runtime = runtimeWith(declared)
  const jobId = await begin(declared)

  for (let attempt = 0; attempt < 12; attempt += 1) {
    await deliverNext(runtime, w.northwind, 'job')
    w.advance(3_600_000)
  }

  expect(await view(jobId)).toMatchObject({ status: 'stuck', complaint: 'The vendor is gone.' })
  expect(await slips('test.stuck%')).toEqual([])
  await w.sql("delete from deliveries where reaction = 'test.stuck'")
})

test('a refusal ends it at once, and what that step wrote is taken back', async () => {
  const declared = counting('test.refused', (place) => {
    if (place === 2) throw tooMany()
  })
  const jobId = await begin(declared)

  await deliverDue(runtimeWith(declared), w.northwind)

  expect(await view(jobId)).toMatchObject({ status: 'refused', result: { said: 'There are too many of them.' } })
  expect(await slips('test.refused%')).toHaveLength(1)
  expect(await w.sql('select from deliveries')).toEqual([])
})

test('cancelled, it ends after its present step: what is done stays done', async () => {
  const declared = counting('test.cancelled')
  const runtime = runtimeWith(declared)
  const jobId = await begin(declared, 100)
  await deliverNext(runtime, w.northwind, 'job')

  const asked = await w.done(cancelMyJob, maya, { jobId })
  await deliverDue(runtime, w.northwind)
  const again = await w.ask(cancelMyJob, maya, { jobId })

  expect(asked).toMatchObject({ status: 'running', isCancelled: true })
  expect((await view(jobId)).status).toBe('cancelled')
  expect(again.status).toBe(409)
  expect(await slips('test.cancelled%')).toHaveLength(1)
})

test('two jobs of one organization take turns, step by step', async () => {
  const [first, second] = [counting('test.turn-a'), counting('test.turn-b')]
  const runtime = runtimeWith(first, second)
  await begin(first)
  await begin(second)

  for (let step = 0; step < 4; step += 1) {
    w.advance(1)
    await deliverNext(runtime, w.northwind, 'job')
  }

  expect([(await slips('test.turn-a%')).length, (await slips('test.turn-b%')).length]).toEqual([2, 2])
  await deliverDue(runtime, w.northwind)
})
