import { afterAll, beforeAll, expect, test } from 'vitest'
import { banContractor, viewContractor } from '#modules/directory/contract.ts'
import { withdrawOnboarding } from '#modules/onboarding/contract.ts'
import {
  aFlow,
  dataPlan,
  handInDetails,
  invited,
  onboarded,
  starterNda,
  throughEverything,
} from '#test/onboarding-world.ts'
import { readyContractor } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { readiness } from './readiness.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  await starterNda(w)
})
afterAll(() => w.close())

const blockers = (engagementId: string) => w.work(w.member('owner'), (work) => readiness(work, engagementId as never))
const codes = async (engagementId: string) => (await blockers(engagementId)).map(({ code, owner }) => [code, owner])

test('an engagement that was opened by hand is held up by the contractor’s own state alone', async () => {
  const { engagementId, contractorId } = await readyContractor(w)
  const free = await codes(engagementId)
  const { version } = await w.done(viewContractor, w.member('legal'), { contractorId })

  await w.done(banContractor, w.member('legal'), { contractorId, version, reason: 'broke confidence' })

  expect(free).toEqual([])
  expect(await codes(engagementId)).toEqual([['directory.do-not-engage', 'legal']])
})

test('an invitation that is open waits for the contractor until it ends', async () => {
  const { engagementId, onboarding } = await invited(w)

  const [blocker] = await blockers(engagementId)

  expect(blocker).toMatchObject({ code: 'onboarding.invited', owner: 'contractor', by: '2026-11-30' })
  expect(blocker?.since).toEqual(onboarding.invitedAt)
})

test('everything that is missing is told with its owner, its day and what clears it', async () => {
  const inside = await onboarded(w)

  const before = await codes(inside.engagementId)
  await handInDetails(w, inside)
  const after = await blockers(inside.engagementId)

  expect(before).toEqual([
    ['onboarding.stage-open', 'contractor'],
    ['onboarding.agreement-later', 'nobody'],
    ['onboarding.stage-open', 'contractor'],
    ['onboarding.stage-open', 'contractor'],
  ])
  expect(after.map(({ code, owner }) => [code, owner])).toEqual([
    ['onboarding.stage-in-review', 'manager'],
    ['onboarding.stage-open', 'contractor'],
    ['onboarding.stage-open', 'contractor'],
    ['onboarding.stage-open', 'contractor'],
  ])
  expect(after[1]?.clears.path).toMatch(/^\/portal\/agreements\//)
  expect(after.every(({ by }) => by !== null)).toBe(true)
})

test('an onboarding that was taken back lets nothing start', async () => {
  const flow = await aFlow(w, [dataPlan])
  const { engagementId, onboardingId, manager } = await invited(w, { flowId: flow.id })

  await w.done(withdrawOnboarding, manager, { onboardingId, version: 1, reason: 'no budget' })

  expect(await codes(engagementId)).toEqual([
    ['directory.withdrawn', 'manager'],
    ['onboarding.withdrawn', 'manager'],
  ])
})

test('when nothing is missing any more, work may start', async () => {
  const inside = await onboarded(w)

  await throughEverything(w, inside)

  expect(await blockers(inside.engagementId)).toEqual([])
})
