import { afterAll, beforeAll, expect, test } from 'vitest'
import { stepsOf } from '#kernel/states.ts'
import { moveContractor } from '#modules/directory/contract.ts'
import { DepartmentId } from '#modules/organizations/contract.ts'
import { aContractor, anEngagement, inStatus } from '#test/directory-world.ts'
import { legalEntityNamed } from '#test/organizations-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { addEngagement, changeEngagement, endEngagement, listEngagements, viewEngagement } from './contract.ts'
import { engagementTransitions } from './engagement.ts'
import { activateEngagement } from './move-engagement-to.ts'
import { openEngagement } from './open-engagement.ts'
import { engagementOf } from './store.ts'

let w: World
let northwindLlc: string
beforeAll(async () => {
  w = await createWorld()
  northwindLlc = (await legalEntityNamed(w, 'Northwind LLC')).id
})
afterAll(() => w.close())

const terms = () => ({ legalEntityId: northwindLlc, startsOn: '2026-12-01' })

test('an approver may read engagements but not open one', async () => {
  const priya = await aContractor(w)
  const approver = w.member('approver')

  const refused = await w.ask(addEngagement, approver, { contractorId: priya.id, ...terms() })
  const read = await w.ask(listEngagements, approver, { contractorId: priya.id })

  expect([refused.status, read.status]).toEqual([403, 200])
})

test('an engagement cannot end before it starts', async () => {
  const priya = await aContractor(w)

  const { status, body } = await w.ask(addEngagement, w.member('manager'), {
    contractorId: priya.id,
    ...terms(),
    endsOn: '2026-11-30',
  })

  expect(status).toBe(422)
  expect(body).toMatchObject({ type: '/problems/engagement-ends-too-early', errors: [{ pointer: '#/endsOn' }] })
})

test('a legal entity or a department that does not exist is refused', async () => {
  const priya = await aContractor(w)
  const nobody = '0199a000-0000-7000-8000-000000000000'

  const entity = await w.ask(addEngagement, w.member('manager'), {
    ...terms(),
    contractorId: priya.id,
    legalEntityId: nobody,
  })
  const department = await w.ask(addEngagement, w.member('manager'), {
    ...terms(),
    contractorId: priya.id,
    departmentId: nobody,
  })

  expect(entity.body).toMatchObject({ type: '/problems/unknown-placement', errors: [{ pointer: '#/legalEntityId' }] })
  expect(department.body).toMatchObject({ errors: [{ pointer: '#/departmentId' }] })
})

test('a contractor has one open engagement with a legal entity, and any number of ended ones', async () => {
  const priya = await aContractor(w)
  const manager = w.member('manager')
  const first = await anEngagement(w, priya, northwindLlc)

  const twice = await w.ask(addEngagement, manager, { contractorId: priya.id, ...terms() })
  await w.done(endEngagement, manager, {
    engagementId: first.id,
    version: 1,
    lastDay: '2027-01-31',
    reason: 'Project done',
  })
  const again = await w.done(addEngagement, manager, {
    contractorId: priya.id,
    legalEntityId: northwindLlc,
    startsOn: '2027-03-01',
  })

  expect(twice.body).toMatchObject({ status: 409, type: '/problems/engagement-open' })
  const { items } = await w.done(listEngagements, manager, { contractorId: priya.id })
  expect(items.map(({ id, status }) => [id, status])).toEqual([
    [again.id, 'draft'],
    [first.id, 'ended'],
  ])
})

test('a draft becomes active, and the journal tells it under the contractor too', async () => {
  const priya = await aContractor(w, { displayName: 'Priya Raman' })
  const owner = w.member('owner')

  const { engagement, event } = await w.work(owner, (work) =>
    openEngagement(work, {
      contractorId: priya.id,
      legalEntityId: northwindLlc as never,
      departmentId: null,
      startsOn: '2026-12-01' as never,
      endsOn: null,
    }),
  )
  const activated = await w.work(owner, (work) => activateEngagement(work, engagement.id))

  expect(engagement).toMatchObject({ status: 'draft', legalEntityName: 'Northwind LLC', version: 1 })
  expect(event).toMatchObject({
    name: 'directory.engagement-opened',
    data: { displayName: 'Priya Raman', startsOn: '2026-12-01' },
  })
  expect(event.subjects).toEqual(expect.arrayContaining([engagement.id, priya.id, northwindLlc]))
  expect(activated.subjects).toEqual([engagement.id, priya.id])
  expect(await w.work(owner, ({ tx }) => engagementOf(tx, engagement.id))).toMatchObject({
    status: 'active',
    version: 2,
  })
})

test('what has ended is not changed, ended or begun again', async () => {
  const manager = w.member('manager')
  const engagement = await anEngagement(w, await aContractor(w), northwindLlc)
  const last = { engagementId: engagement.id, lastDay: '2026-11-20', reason: 'Called off' }

  const ended = await w.done(endEngagement, manager, { ...last, version: 1 })
  const again = await w.ask(endEngagement, manager, { ...last, version: 2 })
  const changed = await w.ask(changeEngagement, manager, {
    engagementId: engagement.id,
    version: 2,
    startsOn: '2026-12-01',
  })

  expect(ended).toMatchObject({ status: 'ended', endsOn: '2026-12-01', can: { change: false, end: false } })
  expect(again.body).toMatchObject({ type: '/problems/engagement-cannot-move' })
  expect(changed.body).toMatchObject({ type: '/problems/engagement-cannot-move' })
  await expect(w.sql("update engagements set status = 'draft' where id = $1", [engagement.id])).rejects.toThrow(
    'engagements cannot go from ended to draft',
  )
})

test('the days and the department of an engagement change, unless somebody was faster', async () => {
  const manager = w.member('manager')
  const engagement = await anEngagement(w, await aContractor(w), northwindLlc)
  const change = { engagementId: engagement.id, version: 1, startsOn: '2026-12-05', endsOn: '2027-06-30' }

  const first = await w.done(changeEngagement, manager, change)
  const second = await w.ask(changeEngagement, manager, change)

  expect(first).toMatchObject({ startsOn: '2026-12-05', endsOn: '2027-06-30', version: 2 })
  expect(second.body).toMatchObject({ type: '/problems/stale', currentVersion: 2 })
})

test('whoever may not see the contractor does not see the engagement', async () => {
  const departmentId = w.runtime.outside.newId(DepartmentId)
  await w.sql("insert into departments (organization_id, id, name) values ($1, $2, 'Design')", [
    w.northwind,
    departmentId,
  ])
  const engagement = await anEngagement(w, await aContractor(w, { departmentId }), northwindLlc)
  const elsewhere = { ...w.member('manager'), departmentIds: ['0199a000-0000-7000-8000-00000000000d'] }

  const hidden = await w.ask(viewEngagement, elsewhere, { engagementId: engagement.id })
  const seen = await w.ask(
    viewEngagement,
    { ...elsewhere, departmentIds: [departmentId] },
    { engagementId: engagement.id },
  )

  expect(hidden.body).toMatchObject({ status: 404, type: '/problems/engagement-not-found' })
  expect(seen.status).toBe(200)
})

test('when a contractor ends, so do their engagements', async () => {
  const manager = w.member('manager')
  const priya = await aContractor(w)
  const engagement = await anEngagement(w, priya, northwindLlc)
  await inStatus(w, priya, 'active')

  await w.done(moveContractor, manager, { contractorId: priya.id, version: 2, to: 'ended', reason: 'Moved abroad' })
  await w.deliver()

  expect(await w.done(viewEngagement, manager, { engagementId: engagement.id })).toMatchObject({ status: 'ended' })
  expect(await w.journal()).toContainEqual(
    expect.objectContaining({
      name: 'directory.engagement-ended',
      data: expect.objectContaining({ engagementId: engagement.id, reason: 'Moved abroad' }),
    }),
  )
})

test('the rules and the database agree on what may follow what', async () => {
  const rows = await w.sql("select from_state, to_state from legal_transitions where object = 'engagements'")

  expect(rows.map(({ from_state, to_state }) => `${from_state}>${to_state}`).sort()).toEqual(
    stepsOf(engagementTransitions),
  )
})
