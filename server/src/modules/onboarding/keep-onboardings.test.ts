import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runSchedule } from '#kernel/background/schedule.ts'
import {
  aFlow,
  dataPlan,
  documentPlan,
  fillIn,
  handInDetails,
  invited,
  myStage,
  onboarded,
} from '#test/onboarding-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { keepOnboardings } from './keep-onboardings.ts'
import { submitData } from './portal/contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const hour = 3_600_000
let passed = 0
const pass = (hours: number) => {
  passed += hours
  w.advance(hours * hour)
}
beforeEach(() => {
  w.advance(-passed * hour)
  passed = 0
})

const reminders = async (onboardingId: string) =>
  (await w.journal()).filter(({ name, data }) => /reminder-due$/.test(name) && data.onboardingId === onboardingId)
const keep = () => runSchedule(w.runtime, keepOnboardings)

const waiting = async () => {
  const flow = await aFlow(w, [dataPlan, documentPlan])
  return onboarded(w, { flowId: flow.id })
}

test('nobody is reminded before three days have passed, or of what is with us', async () => {
  const flow = await aFlow(w, [dataPlan])
  const early = await onboarded(w, { flowId: flow.id })
  const handedIn = await onboarded(w, { flowId: flow.id })
  await handInDetails(w, handedIn)

  pass(71)
  await keep()
  const beforeThreeDays = await reminders(early.onboardingId)
  pass(10 * 24)
  await keep()

  expect(beforeThreeDays).toEqual([])
  expect(await reminders(handedIn.onboardingId)).toEqual([])
})

test('after three days and after seven there is one reminder each, over everything that waits', async () => {
  const { onboardingId } = await waiting()

  for (const hours of [72, 1, 24, 24, 24, 24, 24, 24]) {
    pass(hours)
    await keep()
    await keep()
  }

  const said = await reminders(onboardingId)
  expect(said.map(({ data }) => [data.days, data.titles])).toEqual([
    [3, ['Details', 'Insurance']],
    [7, ['Details', 'Insurance']],
  ])
})

test('a server that was away for ten days reminds once, not twice', async () => {
  const { onboardingId } = await waiting()
  pass(10 * 24)

  await keep()
  await keep()

  expect((await reminders(onboardingId)).map(({ data }) => data.days)).toEqual([10])
})

test('a reminder makes no page stale', async () => {
  const inside = await waiting()
  await fillIn(w, inside.actor)
  const { id: stageId, version } = await myStage(w, inside, 'data')
  pass(72)

  await keep()

  expect((await w.ask(submitData, inside.actor, { stageId, version })).status).toBe(200)
})

test('an invitation that nobody answers is brought to mind twice, then runs out', async () => {
  const { onboardingId } = await invited(w)

  for (let days = 0; days < 15; days += 1) {
    pass(24)
    await keep()
  }

  const said = await reminders(onboardingId)
  const expired = (await w.journal()).filter(({ name }) => name === 'onboarding.invitation-expired')
  expect(said.map(({ data }) => data.days)).toEqual([3, 7])
  expect(expired.filter(({ data }) => data.onboardingId === onboardingId)).toHaveLength(1)
})
