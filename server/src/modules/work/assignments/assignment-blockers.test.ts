import { afterAll, beforeAll, expect, test } from 'vitest'
import { waiveStage } from '#modules/onboarding/contract.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import { addProject } from '#modules/work/contract.ts'
import { aFlow, dataPlan, onboarded, stageFor } from '#test/onboarding-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { acceptAssignment, addAssignment, offerAssignment, viewMyAssignment } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const offeredDuringOnboarding = async () => {
  const flow = await aFlow(w, [dataPlan])
  const inside = await onboarded(w, { flowId: flow.id })
  const owner = w.member('owner')
  const { legalEntityId, engagementId } = inside
  const department = await w.done(addDepartment, owner, { name: `For ${engagementId}` })
  const project = await w.done(addProject, owner, { name: 'Catalogue', departmentId: department.id, legalEntityId })
  const draft = await w.done(addAssignment, owner, {
    projectId: project.id,
    engagementId,
    title: 'Copy for 40 pages',
    pricing: 'fixed',
    price: { amount: '4000.00', currency: 'USD' },
    startsOn: '2026-12-01',
    answerBy: '2026-11-20',
  })
  const offered = await w.done(offerAssignment, owner, { assignmentId: draft.id, version: draft.version })
  return { ...inside, owner, assignmentId: draft.id, version: offered.version }
}

test('work is not accepted while the onboarding waits, and the contractor reads what for and until when', async () => {
  const { actor, assignmentId, version } = await offeredDuringOnboarding()

  const { status, body } = await w.ask(acceptAssignment, actor, { assignmentId, version })
  const { blockers } = await w.done(viewMyAssignment, actor, { assignmentId })

  expect(status).toBe(409)
  expect(body).toMatchObject({ type: '/problems/assignment-blocked', blockers: [{ code: 'onboarding.stage-open' }] })
  expect(blockers).toMatchObject([{ owner: 'contractor', by: '2026-11-21' }])
})

test('once nothing is asked for any more the work is accepted', async () => {
  const inside = await offeredDuringOnboarding()
  const { actor, assignmentId, version, onboardingId } = inside
  const stage = await stageFor(w, inside.owner, onboardingId, 'data')
  await w.done(waiveStage, inside.owner, { stageId: stage.id, version: stage.version, reason: 'Known for years' })

  const accepted = await w.done(acceptAssignment, actor, { assignmentId, version })

  expect(accepted).toMatchObject({ status: 'accepted', blockers: [] })
})
