import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeContractor, viewContractor } from '#modules/directory/contract.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import { aFlow, dataPlan, documentPlan, handInDetails, invited, onboarded, stageFor } from '#test/onboarding-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { countOnboardings, listOnboardings, viewOnboarding } from './contract.ts'
import { requestChanges } from './review/contract.ts'

let w: World
let flowId: string
beforeAll(async () => {
  w = await createWorld()
  flowId = (await aFlow(w, [dataPlan, documentPlan])).id
})
afterAll(() => w.close())

test('a manager of another department sees neither the row nor the onboarding, nor counts it', async () => {
  const { contractorId, onboardingId } = await invited(w, { flowId })
  const owner = w.member('owner')
  const design = await w.done(addDepartment, owner, { name: 'Design' })
  const { version, displayName, email, country } = await w.done(viewContractor, owner, { contractorId })
  const profile = { displayName, email, country, departmentId: design.id }
  await w.done(changeContractor, owner, { ...profile, contractorId, version })
  const elsewhere = { ...w.member('manager'), departmentIds: ['0199a000-0000-7000-8000-0000000000aa'] }
  const inside = { ...w.member('manager'), departmentIds: [design.id] }

  expect((await w.done(listOnboardings, elsewhere, { contractorId })).items).toEqual([])
  expect((await w.done(countOnboardings, elsewhere, {})).items).toEqual([])
  expect((await w.ask(viewOnboarding, elsewhere, { onboardingId })).status).toBe(404)
  expect((await w.done(listOnboardings, inside, { contractorId })).items).toMatchObject([
    { departmentName: 'Design' },
  ])
})

test('the board shows in which column each stands, whose move it is, since when and until when', async () => {
  const open = await onboarded(w, { flowId })
  const submitted = await onboarded(w, { flowId })
  await handInDetails(w, submitted)
  const sentBack = await onboarded(w, { flowId })
  await handInDetails(w, sentBack)
  const { id: stageId, version } = await stageFor(w, sentBack.manager, sentBack.onboardingId, 'data')
  const changes = [{ field: 'city', note: 'Which one?' }]
  await w.done(requestChanges, sentBack.manager, { stageId, version, changes })

  const { items } = await w.done(listOnboardings, w.member('auditor'), {})

  const row = (id: string) => items.find((item) => item.id === id)
  expect(row(open.onboardingId)).toMatchObject({
    state: 'open',
    waitsFor: 'contractor',
    dueOn: '2026-11-21',
    stages: 2,
  })
  expect(row(submitted.onboardingId)).toMatchObject({ state: 'submitted', waitsFor: 'manager', dueOn: '2026-11-18' })
  expect(row(sentBack.onboardingId)).toMatchObject({ state: 'changes_requested', waitsFor: 'contractor', settled: 0 })
  for (const { onboardingId, manager } of [open, submitted, sentBack]) {
    const { state, waitsFor, dueOn, since } = await w.done(viewOnboarding, manager, { onboardingId })
    expect(row(onboardingId)).toMatchObject({ state, waitsFor, dueOn, since })
  }
})

test('a column holds only its own, and the counts are those of the columns', async () => {
  const manager = w.member('manager')
  const { items } = await w.done(countOnboardings, manager, {})

  for (const { state, count } of items) {
    const column = (await w.done(listOnboardings, manager, { state, limit: 200 })).items
    expect(column.map((row) => row.state)).toEqual(Array.from({ length: count }, () => state))
  }
  expect(items.length).toBeGreaterThan(2)
})

test('pages follow each other without a gap or a double', async () => {
  const manager = w.member('manager')
  const whole = (await w.done(listOnboardings, manager, { limit: 200 })).items.map(({ id }) => id)

  const paged: string[] = []
  let after: string | undefined
  do {
    const page = await w.done(listOnboardings, manager, { limit: 2, ...(after ? { after } : {}) })
    paged.push(...page.items.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after !== undefined)

  expect(paged).toEqual(whole)
})
