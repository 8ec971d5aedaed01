import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSchedule } from '#kernel/background/schedule.ts'
import { banContractor, changeContractor, moveContractor, viewContractor } from '#modules/directory/contract.ts'
import { inviteAgain, inviteContractor, viewOnboarding, withdrawOnboarding } from '#modules/onboarding/contract.ts'
import { keepOnboardings } from '#modules/onboarding/keep-onboardings.ts'
import { addDepartment, archiveDepartment, archiveLegalEntity } from '#modules/organizations/contract.ts'
import { goodPassword } from '#test/access-world.ts'
import { aContractor, inStatus } from '#test/directory-world.ts'
import { invited, myMap, onboarded, portalActor, starterNda, tokenOf } from '#test/onboarding-world.ts'
import { legalEntityNamed } from '#test/organizations-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { acceptPortalInvitation, declinePortalInvitation, viewPortalInvitation } from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
  await starterNda(w)
})
afterAll(() => w.close())

const day = 86_400_000
const look = (token: string) => w.ask(viewPortalInvitation, undefined, { token })
const accept = (token: string, more: object = { password: goodPassword }) =>
  w.ask(acceptPortalInvitation, undefined, { token, name: 'Priya Raman', ...more })
const statusOf = async (contractorId: string) =>
  (await w.done(viewContractor, w.member('owner'), { contractorId })).status

const invitation = async (contractorId: string) => ({
  contractorId,
  legalEntityId: (await legalEntityNamed(w, `Entity for ${contractorId}`)).id,
  startsOn: '2026-12-01',
})

test('who is not to be engaged again is not invited, and nothing is opened', async () => {
  const contractor = await aContractor(w)
  const { id: contractorId, version } = contractor
  await w.done(banContractor, w.member('legal'), { contractorId, version, reason: 'broke confidence' })

  const { status, body } = await w.ask(inviteContractor, w.member('manager'), await invitation(contractorId))

  expect(status).toBe(409)
  expect(body).toMatchObject({ type: '/problems/contractor-not-to-be-engaged' })
  expect(await w.sql('select id from engagements where contractor_id = $1', [contractorId])).toEqual([])
})

test('a link opens nothing while the organization has onboarding switched off, and works again afterwards', async () => {
  const { onboardingId } = await invited(w)
  const token = await tokenOf(w, onboardingId)
  const set = (off: readonly string[]) =>
    w.sql('update organizations set modules_off = $1 where organization_id = $2', [off, w.northwind])

  await set(['onboarding'])
  const refused = [await look(token), await accept(token)]
  await set([])

  for (const { status, body } of refused) {
    expect(status).toBe(403)
    expect(body).toMatchObject({ type: '/problems/module-off', module: 'onboarding' })
  }
  expect((await look(token)).status).toBe(200)
})

test('nobody is invited twice at once', async () => {
  const { contractorId, manager } = await invited(w)

  const { body } = await w.ask(inviteContractor, manager, await invitation(contractorId))

  expect(body).toMatchObject({ type: '/problems/onboarding-already-open' })
})

test('a first day that has passed is refused at its field', async () => {
  const { id } = await aContractor(w)

  const asked = { ...(await invitation(id)), startsOn: '2026-11-01' }
  const { status, body } = await w.ask(inviteContractor, w.member('manager'), asked)

  expect(status).toBe(422)
  expect(body).toMatchObject({ errors: [{ pointer: '#/startsOn' }] })
})

test('nobody is invited into an archived department, and nothing is opened', async () => {
  const { id: departmentId } = await w.done(addDepartment, w.member('owner'), { name: 'Film' })
  const { id: contractorId } = await aContractor(w)
  await w.done(archiveDepartment, w.member('owner'), { departmentId, version: 1 })

  const { body } = await w.ask(inviteContractor, w.member('manager'), {
    ...(await invitation(contractorId)),
    departmentId,
  })

  expect(body).toMatchObject({ type: '/problems/department-archived', errors: [{ pointer: '#/departmentId' }] })
  expect(await statusOf(contractorId)).toBe('draft')
})

test('nobody is invited by an archived legal entity, and nothing is opened', async () => {
  const { id: contractorId } = await aContractor(w)
  const { id: legalEntityId } = await legalEntityNamed(w, 'Northwind Film LLC')
  await w.done(archiveLegalEntity, w.member('owner'), { legalEntityId, version: 1 })

  const { body } = await w.ask(inviteContractor, w.member('manager'), {
    ...(await invitation(contractorId)),
    legalEntityId,
  })

  expect(body).toMatchObject({ type: '/problems/legal-entity-archived', errors: [{ pointer: '#/legalEntityId' }] })
  expect(await statusOf(contractorId)).toBe('draft')
})

test('a manager invites for their own department only', async () => {
  const department = await w.done(addDepartment, w.member('owner'), { name: 'Stage' })
  const { id } = await aContractor(w, { departmentId: department.id })
  const { id: ofNone } = await aContractor(w)
  const theirs = { ...w.member('manager'), departmentIds: [department.id] }
  const other = '0199a000-0000-7000-8000-0000000000bb'

  const given = await invitation(id)
  const elsewhere = await w.ask(inviteContractor, theirs, { ...given, departmentId: other })
  const nobodys = await w.ask(inviteContractor, theirs, await invitation(ofNone))
  const own = await w.ask(inviteContractor, theirs, given)

  expect([elsewhere.status, nobodys.status, own.status]).toEqual([403, 404, 200])
})

test('a token that was made up, changed or used is answered like one that has ended', async () => {
  const { token } = await onboarded(w)

  for (const tried of ['x'.repeat(86), token.replace(/.$/, 'A'), token]) {
    expect((await look(tried)).body).toMatchObject({ type: '/problems/link-ended' })
    expect((await accept(tried)).body).toMatchObject({ type: '/problems/link-ended' })
  }
})

test('an invitation that was taken back lets nobody in', async () => {
  const { token, onboardingId, manager, contractorId } = await invited(w)

  await w.done(withdrawOnboarding, manager, { onboardingId, version: 1, reason: 'the wrong Priya' })
  await w.deliver()

  expect((await accept(token)).body).toMatchObject({ type: '/problems/onboarding-invitation-over' })
  expect(await statusOf(contractorId)).toBe('withdrawn')
  expect(await w.sql('select status from engagements where contractor_id = $1', [contractorId])).toEqual([
    { status: 'ended' },
  ])
})

test('a contractor who is banned after the invitation does not come in by it', async () => {
  const { token, contractorId, onboardingId, manager } = await invited(w)
  const { version } = await w.done(viewContractor, manager, { contractorId })

  await w.done(banContractor, w.member('legal'), { contractorId, version, reason: 'broke confidence' })
  await w.deliver()

  expect((await accept(token)).status).toBe(404)
  expect((await w.done(viewOnboarding, manager, { onboardingId })).status).toBe('withdrawn')
})

test('of ten who accept with the same link at once one is let in', async () => {
  const { token, contractorId } = await invited(w)

  const answers = await Promise.all(Array.from({ length: 10 }, () => accept(token)))

  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(
    await w.sql('select person_id from contractor_access where contractor_id = $1', [contractorId]),
  ).toHaveLength(1)
})

test('a contractor whom the directory withdraws takes the open invitation along', async () => {
  const { token, contractorId, onboardingId, manager } = await invited(w)
  const { version } = await w.done(viewContractor, manager, { contractorId })

  await w.done(moveContractor, manager, { contractorId, version, to: 'withdrawn', reason: 'budget' })
  await w.deliver()

  expect((await look(token)).status).toBe(404)
  expect(await w.done(viewOnboarding, manager, { onboardingId })).toMatchObject({
    status: 'withdrawn',
    reason: 'budget',
  })
})

test('after 14 days the invitation is over; another one works again', async () => {
  const { token, onboardingId, manager, contractorId } = await invited(w)
  w.advance(14 * day)

  const late = await look(token)
  await runSchedule(w.runtime, keepOnboardings)
  const expired = await w.done(viewOnboarding, manager, { onboardingId })
  const inBetween = await statusOf(contractorId)
  await w.done(inviteAgain, manager, { onboardingId, version: expired.version })

  expect(late.status).toBe(404)
  expect(expired).toMatchObject({ status: 'invite_expired', waitsFor: 'manager', can: { inviteAgain: true } })
  expect(inBetween).toBe('invite_expired')
  expect((await look(token)).status).toBe(404)
  expect((await accept(await tokenOf(w, onboardingId))).status).toBe(200)
  w.advance(-14 * day)
})

test('inviting again ends the link before', async () => {
  const { token, onboardingId, manager } = await invited(w)

  await w.done(inviteAgain, manager, { onboardingId, version: 1 })

  expect((await look(token)).body).toMatchObject({ type: '/problems/link-ended' })
  expect((await look(await tokenOf(w, onboardingId))).status).toBe(200)
})

test('a corrected address ends the link that went to the wrong one, and sends another', async () => {
  const { token, contractorId, onboardingId, manager } = await invited(w)
  const { version, typeId, departmentId, externalId, ...view } = await w.done(viewContractor, manager, {
    contractorId,
  })
  const { displayName, country } = view
  const placed = { displayName, country, typeId, departmentId, externalId }
  const email = `right-${contractorId}@example.com`

  await w.done(changeContractor, manager, { ...placed, contractorId, version, email })
  const beforeDelivery = await accept(token)
  await w.deliver()

  expect(beforeDelivery.status).toBe(404)
  expect((await look(token)).status).toBe(404)
  expect((await look(await tokenOf(w, onboardingId))).body).toMatchObject({ email })
})

test('the password of somebody new has to be long, and nobody is let in without one', async () => {
  const { token } = await invited(w)

  const short = await accept(token, { password: 'too short' })
  const none = await accept(token, {})

  expect(short.body).toMatchObject({ errors: [{ pointer: '#/password' }] })
  expect(none.body).toMatchObject({ type: '/problems/password-missing' })
  expect((await look(token)).status).toBe(200)
})

test('the invitation says who invites, to what, and how long it takes, in their brand', async () => {
  const { token, onboarding } = await invited(w)

  const { body, status } = await look(token)

  expect(status).toBe(200)
  expect(body).toMatchObject({
    organization: { slug: 'northwind', name: 'Northwind' },
    contractorName: 'Priya Raman',
    legalEntityName: onboarding.legalEntityName,
    startsOn: '2026-12-01',
    message: 'We look forward to the spring campaign.',
    minutes: 18,
    hasSignIn: false,
    stages: [{ kind: 'data' }, { kind: 'agreement' }, { kind: 'tax_form' }, { kind: 'payout_method' }],
  })
})

test('accepting lets the contractor into the portal, and nothing that is recorded holds the token', async () => {
  const start = await invited(w)

  const { body } = await accept(start.token)
  const actor = await portalActor(w, start.contractorId)

  expect(body).toMatchObject({ slug: 'northwind', email: start.onboarding.email })
  expect(await statusOf(start.contractorId)).toBe('onboarding')
  expect((await myMap(w, { actor, onboardingId: start.onboardingId })).status).toBe('in_progress')
  expect(JSON.stringify(await w.journal())).not.toContain(start.token)
})

test('somebody who signs in here already keeps their password and is asked to use it', async () => {
  const first = await onboarded(w)
  const { email } = first.onboarding
  await inStatus(w, { id: first.contractorId }, 'archived')
  await w.sql('delete from contractor_access where contractor_id = $1', [first.contractorId])
  const again = await invited(w, { profile: { email } })

  const shown = await look(again.token)
  const withPassword = await accept(again.token)
  const withoutPassword = await accept(again.token, {})

  expect(shown.body).toMatchObject({ hasSignIn: true })
  expect(withPassword.body).toMatchObject({ type: '/problems/sign-in-exists' })
  expect(withoutPassword.status).toBe(200)
  expect((await portalActor(w, again.contractorId)).personId).toBe(first.actor.personId)
})

test('who declines says why, and the engagement ends', async () => {
  const { token, contractorId, onboardingId, manager } = await invited(w)

  const { body } = await w.ask(declinePortalInvitation, undefined, { token, reason: 'fully booked until May' })
  await w.deliver()

  expect(body).toEqual({ organizationName: 'Northwind' })
  expect(await statusOf(contractorId)).toBe('declined')
  expect(await w.done(viewOnboarding, manager, { onboardingId })).toMatchObject({
    status: 'declined',
    reason: 'fully booked until May',
  })
  expect(await w.sql('select status from engagements where contractor_id = $1', [contractorId])).toEqual([
    { status: 'ended' },
  ])
})
