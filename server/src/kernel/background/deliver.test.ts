import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { OrganizationId } from '#kernel/ids.ts'
import { on, reactionTable } from '#kernel/reaction.ts'
import type { Runtime } from '#kernel/runtime.ts'
import { organizationCreated } from '#modules/organizations/index.ts'
import { createWorld, type World } from '#test/world.ts'
import { deliverDue, deliverNext } from './deliver.ts'
import type { Act, Steps } from './task.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  // What the books have, too: a rule that is only looked at when everything is about to be kept.
  await w.sql('create table slips (organization_id uuid, note text)')
  await w.sql('grant insert, select on slips to muster_app')
  await w.sql(`create function refuse_poison() returns trigger language plpgsql as
    $$ begin raise exception 'refused at the commit'; end $$`)
  await w.sql(`create constraint trigger at_commit after insert on slips deferrable initially deferred
    for each row when (new.note = 'poison') execute function refuse_poison()`)
})
beforeEach(async () => {
  await w.sql('delete from deliveries')
  await w.sql('delete from slips')
})
afterAll(() => w.close())

const writeSlip = { name: 'test.slip', text: 'insert into slips values ($1, $2)' }
const slips = async () => (await w.sql('select note from slips order by note')).map(({ note }) => note)

type About = Readonly<{ organizationId: string; name: string; slug: string }>

const hearing = (does: Act<About> | Steps<About, unknown, unknown>): Runtime => ({
  ...w.runtime,
  reactions: reactionTable([on(organizationCreated, 'test.hear', does as Act<About>)]),
})

/** Owes the organization a delivery: the slug of the fact says what it is to do. */
const owe = async (organizationId: OrganizationId, slug: string, lane = 'fact') => {
  const data = { organizationId, name: 'x', slug }
  await w.sql(
    `with fact as (
      insert into journal (organization_id, id, occurred_at, person_id, via, command, name, data, subjects, hash)
      select $1, gen_random_uuid(), $2, gen_random_uuid(), 'job', 'test', 'organizations.created', $3, '{}', sha256('x')
      returning id)
    insert into deliveries (organization_id, id, journal_id, reaction, lane, due_at)
    select $1, id, id, 'test.hear', $4, $2 from fact`,
    [organizationId, w.now(), JSON.stringify(data), lane],
  )
}

const writing = () =>
  hearing(async ({ tx }, { slug }) => {
    await tx.named(writeSlip, [tx.organizationId, slug])
    return []
  })

test('one that is refused only at the commit is counted like any other failure, and parked in the end', async () => {
  await owe(w.northwind, 'poison')

  for (let attempt = 0; attempt < 12; attempt += 1) {
    expect(await deliverNext(writing(), w.northwind, 'fact')).toBe(true)
    w.advance(3_600_000)
  }

  expect(await deliverNext(writing(), w.northwind, 'fact')).toBe(false)
  expect(
    await w.sql(
      'select attempts, last_error, parked_at is not null as parked, failed_at is not null as since from deliveries',
    ),
  ).toEqual([{ attempts: 12, last_error: 'refused at the commit', parked: true, since: true }])
  expect(await slips()).toEqual([])
})

test('one that fails at the commit keeps neither its own organization nor another from what is due', async () => {
  const others = [await w.newOrganization('harbor'), await w.newOrganization('quarry')]
  await w.sql('delete from deliveries')
  await owe(w.northwind, 'poison')
  await owe(w.northwind, 'northwind')
  for (const [place, organizationId] of others.entries()) await owe(organizationId, `other ${place}`)

  for (const organizationId of [w.northwind, ...others]) await deliverDue(writing(), organizationId)

  expect(await slips()).toEqual(['northwind', 'other 0', 'other 1'])
  expect(await w.sql('select attempts from deliveries')).toEqual([{ attempts: 1 }])
})

test('one whose last statement fails behind its back is counted once', async () => {
  await owe(w.northwind, 'late')
  const runtime = hearing(async ({ tx }) => {
    tx.lastly({ name: 'test.nonsense', text: 'select 1 / 0' }, [])
    return []
  })

  await deliverNext(runtime, w.northwind, 'fact')

  expect(await w.sql('select attempts, last_error from deliveries')).toEqual([
    { attempts: 1, last_error: 'division by zero' },
  ])
})

test('what must be prepared is prepared while no transaction is open, and done once', async () => {
  await owe(w.northwind, 'paper', 'paper')
  let open: unknown[] = []
  const runtime = hearing({
    lane: 'paper',
    load: async (_, { slug }) => slug,
    prepare: async (_, slug) => {
      open = await w.sql(
        "select from pg_stat_activity where datname = current_database() and usename = 'muster_app' and xact_start is not null",
      )
      return `made of ${slug}`
    },
    run: async ({ tx, prepared }) => {
      await tx.named(writeSlip, [tx.organizationId, prepared])
      return []
    },
  })

  await deliverDue(runtime, w.northwind)

  expect(open).toEqual([])
  expect(await slips()).toEqual(['made of paper'])
  expect(await w.sql('select from deliveries')).toEqual([])
})

test('while one worker prepares it, no other is given it', async () => {
  await owe(w.northwind, 'paper', 'paper')
  const { promise: made, resolve: make } = Promise.withResolvers<void>()
  let prepared = 0
  const runtime = hearing({
    lane: 'paper',
    load: async () => true,
    prepare: async () => {
      prepared += 1
      await made
    },
    run: async () => [],
  })

  const first = deliverNext(runtime, w.northwind, 'paper')
  await expect.poll(() => prepared).toBe(1)
  const second = await deliverNext(runtime, w.northwind, 'paper')
  make()

  expect([await first, second, prepared]).toEqual([true, false, 1])
})

test('one whose worker died is given to another after a while, and the dead one writes nothing more', async () => {
  await owe(w.northwind, 'paper', 'paper')
  const { promise: stuck, resolve: goOn } = Promise.withResolvers<void>()
  let prepared = 0
  const runtime = hearing({
    lane: 'paper',
    load: async () => true,
    prepare: async () => {
      prepared += 1
      const mine = prepared
      if (mine === 1) await stuck
      return `by worker ${mine}`
    },
    run: async ({ tx, prepared: by }) => {
      await tx.named(writeSlip, [tx.organizationId, by])
      return []
    },
  })
  const first = deliverNext(runtime, w.northwind, 'paper')
  await expect.poll(() => prepared).toBe(1)

  w.advance(200_000)
  await deliverNext(runtime, w.northwind, 'paper')
  goOn()
  await first

  expect(await slips()).toEqual(['by worker 2'])
})

test('one whose worker lives is left to it, however long it takes', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  await owe(w.northwind, 'paper', 'paper')
  const { promise: stuck, resolve: goOn } = Promise.withResolvers<void>()
  let prepared = 0
  const runtime = hearing({
    lane: 'paper',
    load: async () => true,
    prepare: async () => {
      prepared += 1
      await stuck
      return 'by the one worker'
    },
    run: async ({ tx, prepared: by }) => {
      await tx.named(writeSlip, [tx.organizationId, by])
      return []
    },
  })
  const first = deliverNext(runtime, w.northwind, 'paper')
  await expect.poll(() => prepared).toBe(1)
  const dueAt = async () => (await w.sql('select due_at from deliveries'))[0].due_at.getTime()

  for (let signs = 0; signs < 5; signs += 1) {
    const before = await dueAt()
    w.advance(20_000)
    vi.advanceTimersByTime(15_000)
    await expect.poll(dueAt).toBeGreaterThan(before)
  }
  const another = await deliverNext(runtime, w.northwind, 'paper')
  goOn()
  await first
  vi.useRealTimers()

  expect(another).toBe(false)
  expect([prepared, await slips()]).toEqual([1, ['by the one worker']])
})

test('what brings its worker down each time is parked as well', async () => {
  await owe(w.northwind, 'paper', 'paper')
  await w.sql('update deliveries set attempts = 12, taken_by = gen_random_uuid()')

  await deliverNext(writing(), w.northwind, 'paper')

  expect(await w.sql('select last_error, parked_at is not null as parked from deliveries')).toEqual([
    { last_error: 'The worker stopped each time it had this in hand.', parked: true },
  ])
})

test('what is no longer wanted when it comes to it is struck from the list without anything being made', async () => {
  await owe(w.northwind, 'paper', 'paper')
  const runtime = hearing({
    lane: 'paper',
    load: async () => undefined,
    prepare: async () => expect.unreachable(),
    run: async () => expect.unreachable(),
  })

  await deliverDue(runtime, w.northwind)

  expect(await w.sql('select from deliveries')).toEqual([])
})

test('facts of one organization are followed one after the other, however many workers there are', async () => {
  for (const slug of ['1', '2', '3', '4', '5', '6']) {
    await owe(w.northwind, slug)
    w.advance(1)
  }
  const order: string[] = []
  let atOnce = 0
  const runtime = hearing(async (_, { slug }) => {
    atOnce += 1
    order.push(`${slug} with ${atOnce}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
    atOnce -= 1
    return []
  })

  const work = async () => {
    for (let rest = 0; rest < 40; rest += 1) {
      await deliverNext(runtime, w.northwind, 'fact')
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
  }
  await Promise.all([work(), work(), work()])

  expect(order).toEqual(['1', '2', '3', '4', '5', '6'].map((slug) => `${slug} with 1`))
})
