import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { declineMyAgreement } from '#modules/agreements/contract.ts'
import { changeContractor, viewContractor } from '#modules/directory/contract.ts'
import { downloadFile, uploadFile } from '#modules/files/contract.ts'
import { submitDocument, viewOnboarding } from '#modules/onboarding/contract.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import { openedBy } from '#test/agreements-world.ts'
import { pdf } from '#test/nasty-files.ts'
import {
  aFlow,
  dataPlan,
  documentPlan,
  handInDetails,
  handInDocument,
  myMap,
  myStage,
  nameAccount,
  onboarded,
  stageFor,
  starterNda,
} from '#test/onboarding-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { approveStage, rejectStage, requestChanges, waiveStage } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  await starterNda(w)
})
afterAll(() => w.close())

const both = async (profile: object = {}) => {
  const flow = await aFlow(w, [dataPlan, { ...documentPlan, ...profile }])
  return onboarded(w, { flowId: flow.id })
}
const at = async (inside: Awaited<ReturnType<typeof both>>, kind: string, actor: Actor = inside.manager) => {
  const { id: stageId, version } = await stageFor(w, actor, inside.onboardingId, kind)
  return { stageId, version }
}

test('what was not handed in is not approved, sent back or rejected', async () => {
  const inside = await both()
  const stage = await at(inside, 'data')
  const changes = [{ field: 'city', note: 'Which one?' }]

  expect((await w.ask(approveStage, inside.manager, stage)).status).toBe(409)
  expect((await w.ask(requestChanges, inside.manager, { ...stage, changes })).status).toBe(409)
  expect((await w.ask(rejectStage, inside.manager, { ...stage, reason: 'Not now' })).status).toBe(409)
})

test('a manager waives nothing, a key neither: it takes the owner or legal in person', async () => {
  const inside = await both()
  const waiver = { ...(await at(inside, 'data')), reason: 'Known for years' }
  const byKey: Actor = { ...w.member('owner'), via: 'key', scopes: ['onboarding.list', 'onboarding.waive-stage'] }

  expect((await w.ask(waiveStage, inside.manager, waiver)).status).toBe(403)
  expect((await w.ask(waiveStage, byKey, waiver)).status).toBe(403)
  expect((await w.ask(waiveStage, w.member('legal'), { ...waiver, reason: '' })).status).toBe(422)
})

test('an approver looks and does not decide; a manager elsewhere does not find the stage', async () => {
  const inside = await both()
  const stage = await at(inside, 'data')
  const owner = w.member('owner')
  const design = await w.done(addDepartment, owner, { name: 'Design' })
  const { contractorId } = inside
  const { version, displayName, email, country } = await w.done(viewContractor, owner, { contractorId })
  const profile = { displayName, email, country, departmentId: design.id }
  await w.done(changeContractor, owner, { ...profile, contractorId, version })
  const elsewhere = { ...w.member('manager'), departmentIds: ['0199a000-0000-7000-8000-0000000000aa'] }

  expect((await w.ask(approveStage, w.member('approver'), stage)).status).toBe(403)
  expect((await w.ask(approveStage, elsewhere, stage)).status).toBe(404)
  expect((await w.ask(approveStage, w.member('contractor'), stage)).status).toBe(404)
})

test('nobody looks at what they handed in themselves', async () => {
  const inside = await both()
  await handInDetails(w, inside)
  const dana: Actor = { ...inside.actor, roles: ['manager', 'contractor'] }

  const { status } = await w.ask(approveStage, dana, await at(inside, 'data'))

  expect(status).toBe(403)
})

test('a bank account is not approved here, whoever asks', async () => {
  const inside = await onboarded(w)
  await handInDetails(w, inside)
  await nameAccount(w, inside.actor)

  const { body } = await w.ask(approveStage, w.member('owner'), await at(inside, 'payout_method'))

  expect(body).toMatchObject({ type: '/problems/onboarding-other-stage-kind' })
})

test('changes are asked for field by field; the contractor mends them and the rest stays', async () => {
  const inside = await both()
  await handInDetails(w, inside)
  const changes = [{ field: 'city', note: 'The city on your tax form is another.' }]

  const wrong = await w.ask(requestChanges, inside.manager, {
    ...(await at(inside, 'data')),
    changes: [{ field: 'website', note: 'Add one' }],
  })
  await w.done(requestChanges, inside.manager, { ...(await at(inside, 'data')), changes })
  const sentBack = await myStage(w, inside, 'data')
  await handInDetails(w, inside)

  expect(wrong.body).toMatchObject({ errors: [{ pointer: '#/changes/0/field' }] })
  expect(sentBack).toMatchObject({ status: 'changes_requested', move: 'yours', changes, dueOn: '2026-11-19' })
  expect(await myStage(w, inside, 'data')).toMatchObject({ status: 'submitted', move: 'ours', changes: [] })
})

test('no note to a contractor is kept in the journal', async () => {
  const inside = await both()
  await handInDetails(w, inside)
  const note = 'Your passport has expired, has it not?'

  await w.done(requestChanges, inside.manager, { ...(await at(inside, 'data')), changes: [{ field: 'city', note }] })

  expect(JSON.stringify(await w.journal())).not.toContain('passport')
})

test('somebody else’s file is not taken as a document', async () => {
  const inside = await both()
  const other = await both()
  const file = await w.done(uploadFile, other.actor, { name: 'Insurance.pdf' }, { upload: pdf })
  const { id: stageId, version } = await myStage(w, inside, 'document')

  const { status } = await w.ask(submitDocument, inside.actor, { stageId, version, fileId: file.id })

  expect(status).toBe(404)
})

test('a document is opened by the reviewer, by its contractor, and by no other contractor', async () => {
  const inside = await both()
  const other = await both()
  await handInDocument(w, inside)
  const { fileId, fileName } = await stageFor(w, inside.manager, inside.onboardingId, 'document')

  expect(fileName).toBe('Insurance.pdf')
  expect((await w.ask(downloadFile, inside.manager, { fileId })).status).toBe(200)
  expect((await w.ask(downloadFile, inside.actor, { fileId })).status).toBe(200)
  expect((await w.ask(downloadFile, other.actor, { fileId })).status).toBe(404)
})

test('a protected document is said to be protected, and is not opened by a reviewer just so', async () => {
  const inside = await both({ isProtected: true })
  await handInDocument(w, inside)
  const { fileId, isProtected } = await stageFor(w, inside.manager, inside.onboardingId, 'document')

  expect(isProtected).toBe(true)
  expect((await w.ask(downloadFile, inside.manager, { fileId })).status).toBe(404)
  expect((await w.ask(downloadFile, w.member('legal'), { fileId })).status).toBe(403)
  expect((await stageFor(w, inside.manager, inside.onboardingId, 'data')).isProtected).toBe(false)
})

test('the last approval completes the onboarding', async () => {
  const inside = await both()
  await handInDetails(w, inside)
  await handInDocument(w, inside)

  const first = await w.done(approveStage, inside.manager, await at(inside, 'data'))
  const last = await w.done(approveStage, inside.manager, await at(inside, 'document'))

  expect(first).toMatchObject({ status: 'in_progress', settled: 1 })
  expect(last).toMatchObject({ status: 'completed', settled: 2, blockers: [] })
})

test('two last approvals at the same moment complete the onboarding once', async () => {
  const inside = await both()
  await handInDetails(w, inside)
  await handInDocument(w, inside)
  const stages = [await at(inside, 'data'), await at(inside, 'document')]

  const answers = await Promise.all(stages.map((stage) => w.ask(approveStage, w.member('manager'), stage)))

  const completed = (await w.journal()).filter(
    ({ name, data }) => name === 'onboarding.completed' && data.onboardingId === inside.onboardingId,
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(completed).toHaveLength(1)
})

test('an agreement that was waived is not waited for, whatever becomes of it', async () => {
  const inside = await onboarded(w)
  await handInDetails(w, inside)
  const { agreementId } = await myStage(w, inside, 'agreement')
  await w.done(waiveStage, w.member('owner'), { ...(await at(inside, 'agreement')), reason: 'Bound by the old one' })
  const { id, version } = await openedBy(w, { agreementId: agreementId ?? '', actor: inside.actor })

  await w.done(declineMyAgreement, inside.actor, { agreementId: id, version, reason: 'No need' })
  await w.deliver()

  expect(await stageFor(w, inside.manager, inside.onboardingId, 'agreement')).toMatchObject({
    status: 'waived',
    waitsFor: 'nobody',
  })
  const { blockers } = await w.done(viewOnboarding, inside.manager, { onboardingId: inside.onboardingId })
  expect(blockers.some(({ code }) => /agreement/.test(code))).toBe(false)
})

test('what nobody reviews is done when it is handed in, and what is optional is not waited for', async () => {
  const flow = await aFlow(w, [
    { ...dataPlan, review: 'nobody' },
    { ...documentPlan, required: false },
  ])
  const inside = await onboarded(w, { flowId: flow.id })

  const view = await handInDetails(w, inside)

  expect(view).toMatchObject({ status: 'completed', stages: [{ status: 'approved' }, { status: 'expired' }] })
})

test('a rejected stage ends the onboarding, the engagement and the contractor’s way in', async () => {
  const inside = await both()
  await handInDetails(w, inside)

  const view = await w.done(rejectStage, inside.manager, {
    ...(await at(inside, 'data')),
    reason: 'Not the person we spoke to',
  })
  await w.deliver()

  const { contractorId, onboardingId } = inside
  expect(view).toMatchObject({ status: 'rejected', stages: [{ status: 'rejected' }, { status: 'expired' }] })
  expect((await w.done(viewContractor, w.member('owner'), { contractorId })).status).toBe('rejected')
  expect((await w.done(viewOnboarding, inside.manager, { onboardingId })).blockers.length).toBeGreaterThan(0)
  expect((await myMap(w, inside)).stages.every(({ can }) => !can.submit)).toBe(true)
})
