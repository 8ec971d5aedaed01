import { afterAll, beforeAll, expect, test } from 'vitest'
import { declineMyAgreement, listMyAgreements } from '#modules/agreements/contract.ts'
import { endEngagement, moveContractor, viewContractor, viewEngagement } from '#modules/directory/contract.ts'
import { moveContractorTo } from '#modules/directory/index.ts'
import { inviteContractor, viewOnboarding } from '#modules/onboarding/contract.ts'
import { rejectPayoutMethod } from '#modules/payees/contract.ts'
import { aTemplate, openedBy } from '#test/agreements-world.ts'
import {
  aFlow,
  approveDetails,
  confirmAccount,
  dataPlan,
  handInDetails,
  invited,
  myMap,
  myStage,
  nameAccount,
  onboarded,
  portalActor,
  signAgreement,
  signTaxForm,
  stageFor,
  starterNda,
  throughEverything,
} from '#test/onboarding-world.ts'
import { legalEntityNamed } from '#test/organizations-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { acceptPortalInvitation } from './invitation/contract.ts'
import { submitData, viewMyOnboarding } from './portal/contract.ts'
import { sendStageAgreement, waiveStage } from './review/contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  await starterNda(w)
})
afterAll(() => w.close())

const contractorStatus = async (contractorId: string) =>
  (await w.done(viewContractor, w.member('owner'), { contractorId })).status
const names = async () => (await w.journal()).map(({ name }) => name)

test('details that are missing are named, each at its field, and nothing is handed in', async () => {
  const inside = await onboarded(w)
  const { id: stageId, version, missing } = await myStage(w, inside, 'data')

  const { status, body } = await w.ask(submitData, inside.actor, { stageId, version })

  expect(missing).toEqual(['phone', 'city', 'headline', 'legalName', 'address'])
  expect(status).toBe(422)
  expect((body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual(
    missing.map((field) => `#/${field}`),
  )
  expect((await myStage(w, inside, 'data')).status).toBe('open')
})

test('another contractor, a member and a stranger to the organization hand nothing in', async () => {
  const inside = await onboarded(w)
  const other = await onboarded(w)
  const { id: stageId, version } = await myStage(w, inside, 'data')

  expect((await w.ask(submitData, other.actor, { stageId, version })).status).toBe(404)
  expect((await w.ask(submitData, inside.manager, { stageId, version })).status).toBe(403)
  expect((await w.done(viewMyOnboarding, other.actor, {})).items.map(({ id }) => id)).not.toContain(
    inside.onboardingId,
  )
})

test('the map says what is next, how long it takes, why it is asked, and what comes later', async () => {
  const inside = await onboarded(w)

  const map = await myMap(w, inside)

  expect(map).toMatchObject({ status: 'in_progress', minutesLeft: 13, settled: 0 })
  expect(map.stages.map(({ kind, move, dueOn }) => [kind, move, dueOn])).toEqual([
    ['data', 'yours', '2026-11-21'],
    ['agreement', 'later', '2026-11-23'],
    ['tax_form', 'yours', '2026-11-23'],
    ['payout_method', 'yours', '2026-11-23'],
  ])
  expect(map.nextStageId).toBe(map.stages[0]?.id)
  expect(map.stages.every(({ why }) => why.length > 0)).toBe(true)
})

test('the agreement is sent by itself once the details are in, and not before', async () => {
  const inside = await onboarded(w)
  const before = (await w.done(listMyAgreements, inside.actor, {})).items

  await handInDetails(w, inside)

  const { items } = await w.done(listMyAgreements, inside.actor, {})
  expect(before).toEqual([])
  expect(items).toHaveLength(1)
  expect(await myStage(w, inside, 'agreement')).toMatchObject({ move: 'yours', agreementId: items[0]?.id })
})

test('step by step by the contractor and the members, the contractor becomes ready', async () => {
  const inside = await onboarded(w)

  await throughEverything(w, inside)

  const view = await w.done(viewOnboarding, inside.manager, { onboardingId: inside.onboardingId })
  expect(view).toMatchObject({ status: 'completed', state: 'completed', blockers: [], settled: 4 })
  expect(await contractorStatus(inside.contractorId)).toBe('ready')
  expect((await myMap(w, inside)).nextStageId).toBeNull()
  expect(await names()).toEqual(expect.arrayContaining(['onboarding.completed', 'onboarding.stage-approved']))
})

test('a bank account waits for finance, comes back if refused, and settles when it is confirmed', async () => {
  const inside = await onboarded(w)
  await handInDetails(w, inside)

  const first = await nameAccount(w, inside.actor)
  const waiting = await stageFor(w, inside.manager, inside.onboardingId, 'payout_method')
  await w.done(rejectPayoutMethod, w.member('finance'), { ...first, reason: 'The holder is somebody else' })
  await w.deliver()
  const refused = await myStage(w, inside, 'payout_method')
  await confirmAccount(w, await nameAccount(w, inside.actor))

  expect(waiting).toMatchObject({ status: 'submitted', waitsFor: 'finance', can: { approve: false } })
  expect(refused).toMatchObject({ status: 'changes_requested', move: 'yours' })
  expect(refused.changes[0]?.note).toBe('The holder is somebody else')
  expect((await myStage(w, inside, 'payout_method')).status).toBe('approved')
})

test('a declined agreement becomes legal’s move with the reason, and is sent anew', async () => {
  const inside = await onboarded(w)
  await handInDetails(w, inside)
  const { agreementId } = await myStage(w, inside, 'agreement')
  const opened = await openedBy(w, { agreementId: agreementId ?? '', actor: inside.actor })

  const reason = 'The term is too long'
  await w.done(declineMyAgreement, inside.actor, { agreementId: opened.id, version: opened.version, reason })
  await w.deliver()
  const held = await stageFor(w, w.member('legal'), inside.onboardingId, 'agreement')
  const seenByContractor = await myStage(w, inside, 'agreement')
  await w.done(sendStageAgreement, w.member('legal'), { stageId: held.id, version: held.version })
  await w.deliver()

  expect(held).toMatchObject({ waitsFor: 'legal', agreementId: null, can: { sendAgreement: true } })
  expect(held.reason).toContain(reason)
  expect(seenByContractor).toMatchObject({ move: 'ours', reason: null })
  const again = await myStage(w, inside, 'agreement')
  expect(again.move).toBe('yours')
  expect(again.agreementId).not.toBe(agreementId)
})

test('a template that has to be filled in by hand is not sent with gaps, but waits for legal', async () => {
  const template = await aTemplate(w, { kind: 'sow', name: 'Statement of work', body: 'For {{field:Scope}}.' })
  const sow = { key: 'sow', kind: 'agreement', title: 'Statement of work', why: '', minutes: 5, dueInDays: 5 }
  const flow = await aFlow(w, [{ ...sow, templateId: template.id }])

  const inside = await onboarded(w, { flowId: flow.id })

  const stage = await stageFor(w, w.member('legal'), inside.onboardingId, 'agreement')
  expect(stage).toMatchObject({ waitsFor: 'legal' })
  expect(stage.reason).toContain('filled in by hand')
  const fields = { Scope: 'Twelve films' }
  const sent = await w.done(sendStageAgreement, w.member('legal'), {
    stageId: stage.id,
    version: stage.version,
    fields,
  })
  expect(sent.stages[0]).toMatchObject({ waitsFor: 'contractor' })
})

test('somebody outside the United States is not asked for Form W-9', async () => {
  const inside = await onboarded(w, { profile: { country: 'DE' } })

  expect(await myStage(w, inside, 'tax_form')).toMatchObject({ status: 'waived', move: 'nobody' })
})

test('who comes back is asked only for what is not valid any more', async () => {
  const first = await onboarded(w)
  await throughEverything(w, first)
  const owner = w.member('owner')
  const { contractorId } = first
  await w.work(owner, (work) => moveContractorTo(work, contractorId, 'ended', 'the campaign is over'))
  const ended = await w.done(viewEngagement, owner, { engagementId: first.engagementId })
  const { id: engagementId, version } = ended
  await w.done(endEngagement, owner, { engagementId, version, lastDay: '2026-11-16', reason: 'the campaign is over' })

  const again = await invited(w, { contractor: { id: contractorId }, legalEntityId: first.legalEntityId })
  await w.done(acceptPortalInvitation, undefined as never, { token: again.token, name: 'Priya Raman' })
  await w.deliver()

  const inside = { actor: await portalActor(w, contractorId), onboardingId: again.onboardingId }
  const map = await myMap(w, inside)
  expect(map.stages.map(({ kind, status }) => [kind, status])).toEqual([
    ['data', 'open'],
    ['agreement', 'approved'],
    ['tax_form', 'approved'],
    ['payout_method', 'approved'],
  ])
})

test('another legal entity asks for its own signature, without a new invitation', async () => {
  const inside = await onboarded(w)
  await throughEverything(w, inside)
  const { contractorId, manager } = inside
  const { id: legalEntityId } = await legalEntityNamed(w, 'Northwind Films')

  const second = await w.done(inviteContractor, manager, { contractorId, legalEntityId, startsOn: '2027-01-04' })

  expect(second).toMatchObject({ status: 'in_progress', contractorStatus: 'ready' })
  expect(second.stages.map(({ kind, status }) => [kind, status])).toEqual([
    ['data', 'open'],
    ['agreement', 'open'],
    ['tax_form', 'approved'],
    ['payout_method', 'approved'],
  ])
})

test('an engagement that ends takes its onboarding along, and who was here for it alone', async () => {
  const inside = await onboarded(w)
  const { engagementId, onboardingId, contractorId, manager } = inside
  const { version } = await w.done(viewEngagement, manager, { engagementId })

  await w.done(endEngagement, manager, { engagementId, version, lastDay: '2026-12-01', reason: 'no budget' })
  await w.deliver()

  const view = await w.done(viewOnboarding, manager, { onboardingId })
  expect(view).toMatchObject({ status: 'withdrawn', reason: 'no budget' })
  expect(view.stages.every(({ status }) => status === 'expired')).toBe(true)
  expect(await contractorStatus(contractorId)).toBe('withdrawn')
})

test('a waived stage is not waited for: the last one completes the onboarding', async () => {
  const flow = await aFlow(w, [dataPlan])
  const { onboardingId, contractorId } = await onboarded(w, { flowId: flow.id })
  const { id: stageId, version } = await stageFor(w, w.member('legal'), onboardingId, 'data')

  const view = await w.done(waiveStage, w.member('legal'), { stageId, version, reason: 'Known for years' })

  expect(view).toMatchObject({ status: 'completed', stages: [{ status: 'waived', reason: 'Known for years' }] })
  expect(await contractorStatus(contractorId)).toBe('ready')
})

test('nobody gets past what is missing by moving the contractor by hand', async () => {
  const inside = await onboarded(w)
  const { contractorId, manager } = inside
  await handInDetails(w, inside)
  await approveDetails(w, manager, inside.onboardingId)
  await signTaxForm(w, inside.actor)
  await signAgreement(w, inside)
  const { version } = await w.done(viewContractor, manager, { contractorId })

  const moved = await w.ask(moveContractor, manager, { contractorId, version, to: 'active', reason: 'in a hurry' })

  expect(moved.body).toMatchObject({ type: '/problems/contractor-cannot-move' })
  expect(await contractorStatus(contractorId)).toBe('onboarding')
})
