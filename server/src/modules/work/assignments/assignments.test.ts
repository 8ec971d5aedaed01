import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSchedule } from '#kernel/background/schedule.ts'
import { stepsOf } from '#kernel/states.ts'
import { addContractor } from '#modules/directory/contract.ts'
import { addDepartment } from '#modules/organizations/contract.ts'
import { addProject, changeProject, listProjects } from '#modules/work/contract.ts'
import { keepCalendar } from '#modules/work/keep-calendar.ts'
import { projectTransitions } from '#modules/work/projects/project.ts'
import { contractorActor, contractorAtWork, readyContractor } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { assignmentTransitions } from './assignment.ts'
import {
  acceptAssignment,
  addAssignment,
  changeAssignment,
  declineAssignment,
  listMyAssignments,
  moveAssignment,
  offerAssignment,
  viewAssignment,
  viewMyAssignment,
} from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const drafted = async (terms: object = {}) => {
  const ready = await readyContractor(w)
  const owner = w.member('owner')
  const department = await w.done(addDepartment, owner, { name: `Department ${ready.engagementId}` })
  const { legalEntityId } = ready
  const project = await w.done(addProject, owner, { name: 'Catalogue', departmentId: department.id, legalEntityId })
  const assignment = await w.done(addAssignment, owner, {
    projectId: project.id,
    engagementId: ready.engagementId,
    title: 'Copy for 40 pages',
    pricing: 'fixed',
    price: { amount: '4000.00', currency: 'USD' },
    startsOn: '2026-12-01',
    answerBy: '2026-11-20',
    ...terms,
  })
  return { ...ready, owner, project, department, assignment, assignmentId: assignment.id }
}

const offered = async (terms: object = {}) => {
  const draft = await drafted(terms)
  const { assignmentId } = draft
  return { ...draft, assignment: await w.done(offerAssignment, draft.owner, { assignmentId, version: 1 }) }
}

test('the same steps are legal in code and in the database', async () => {
  const rows = await w.sql(`select object, from_state || '>' || to_state as step from legal_transitions`)
  const steps = (object: string) =>
    rows
      .filter((row) => row.object === object)
      .map(({ step }) => step)
      .sort()

  expect(steps('assignments')).toEqual(stepsOf(assignmentTransitions))
  expect(steps('projects')).toEqual(stepsOf(projectTransitions))
})

test('a cap in another currency and an end before the start are refused, each at its place', async () => {
  const { assignmentId, owner } = await drafted()

  const { status, body } = await w.ask(changeAssignment, owner, {
    assignmentId,
    version: 1,
    title: 'Copy',
    pricing: 'hourly',
    price: { amount: '50.00', currency: 'USD' },
    cap: { amount: '500.00', currency: 'EUR' },
    startsOn: '2026-12-01',
    endsOn: '2026-11-01',
    answerBy: '2026-11-20',
  })

  expect(status).toBe(422)
  expect(body).toMatchObject({ errors: [{ pointer: '#/endsOn' }, { pointer: '#/cap' }] })
})

test('an offer whose last day to answer has passed is not made', async () => {
  const { assignmentId, owner } = await drafted({ answerBy: '2026-11-02' })

  const { body } = await w.ask(offerAssignment, owner, { assignmentId, version: 1 })

  expect(body).toMatchObject({ type: '/problems/assignment-terms-do-not-fit', errors: [{ pointer: '#/answerBy' }] })
})

test('a draft is not shown to the contractor, nor is anything to another contractor', async () => {
  const { assignmentId, actor } = await drafted()
  const theirs = await offered()
  const other = contractorActor(w, actor.contractorId as never)

  expect((await w.ask(viewMyAssignment, actor, { assignmentId })).status).toBe(404)
  expect((await w.ask(viewMyAssignment, other, { assignmentId: theirs.assignmentId })).status).toBe(404)
  expect((await w.done(listMyAssignments, actor, {})).items).toEqual([])
})

test('a manager of another department finds neither project nor assignment', async () => {
  const { assignmentId, project } = await drafted()
  const elsewhere = { ...w.member('manager'), departmentIds: ['0199a000-0000-7000-8000-0000000000aa'] }

  expect((await w.ask(viewAssignment, elsewhere, { assignmentId })).status).toBe(404)
  expect((await w.done(listProjects, elsewhere, {})).items.map(({ id }) => id)).not.toContain(project.id)
})

test('a contractor who is paused cannot accept, and is told why', async () => {
  const { assignmentId, actor, contractorId } = await offered()
  await w.sql("update contractors set status = 'paused' where id = $1", [contractorId])

  const { status, body } = await w.ask(acceptAssignment, actor, { assignmentId, version: 2 })

  expect(status).toBe(409)
  expect(body).toMatchObject({ type: '/problems/assignment-blocked', blockers: [{ code: 'directory.paused' }] })
})

test('nobody but the contractor answers an offer', async () => {
  const { assignmentId, owner } = await offered()

  expect((await w.ask(acceptAssignment, owner, { assignmentId, version: 2 })).status).toBe(403)
})

test('accepted work begins on its first day, and with it the engagement and the active time of the contractor', async () => {
  const { assignment, contractorId, engagementId } = await contractorAtWork(w)

  expect(assignment.status).toBe('active')
  expect(await w.sql('select status from contractors where id = $1', [contractorId])).toEqual([{ status: 'active' }])
  expect(await w.sql('select status from engagements where id = $1', [engagementId])).toEqual([{ status: 'active' }])
})

test('work accepted before its first day waits for it; an offer that nobody answers runs out', async () => {
  const early = await offered()
  await w.done(acceptAssignment, early.actor, { assignmentId: early.assignmentId, version: 2 })
  const unanswered = await offered()

  await runSchedule(w.runtime, keepCalendar)
  const before = await w.done(viewAssignment, early.owner, { assignmentId: early.assignmentId })
  w.advance(20 * 86_400_000)
  await runSchedule(w.runtime, keepCalendar)

  expect(before.status).toBe('accepted')
  expect((await w.done(viewAssignment, early.owner, { assignmentId: early.assignmentId })).status).toBe('active')
  expect((await w.done(viewAssignment, early.owner, { assignmentId: unanswered.assignmentId })).status).toBe(
    'expired',
  )
  w.advance(-20 * 86_400_000)
})

test('a declined offer says why and can be drafted anew', async () => {
  const { assignmentId, actor, owner } = await offered()

  const declined = await w.done(declineAssignment, actor, { assignmentId, version: 2, reason: 'fully booked' })
  const { version } = declined
  const again = await w.done(moveAssignment, owner, { assignmentId, version, to: 'draft', reason: 'a later start' })

  expect(declined).toMatchObject({ status: 'declined', reason: 'fully booked' })
  expect(again.can.offer).toBe(true)
})

test('a closed project takes no new work, and nobody closes it on a stale page', async () => {
  const { project, owner, engagementId, department, legalEntityId } = await drafted()
  const terms = { name: 'Catalogue', departmentId: department.id, legalEntityId }

  await w.done(changeProject, owner, { ...terms, projectId: project.id, version: 1, status: 'closed' })
  const stale = await w.ask(changeProject, owner, { ...terms, projectId: project.id, version: 1, status: 'open' })
  const refused = await w.ask(addAssignment, owner, {
    projectId: project.id,
    engagementId,
    title: 'More',
    pricing: 'hourly',
    price: { amount: '50.00', currency: 'USD' },
    startsOn: '2026-12-01',
    answerBy: '2026-11-20',
  })

  expect(stale.status).toBe(409)
  expect(refused.body).toMatchObject({ type: '/problems/project-closed' })
})

test('an assignment is not drafted for somebody without an engagement', async () => {
  const { project, owner } = await drafted()
  const stranger = await w.done(addContractor, owner, { displayName: 'Bo', email: 'bo@b.example', country: 'US' })

  const { status } = await w.ask(addAssignment, owner, {
    projectId: project.id,
    engagementId: stranger.id,
    title: 'More',
    pricing: 'hourly',
    price: { amount: '50.00', currency: 'USD' },
    startsOn: '2026-12-01',
    answerBy: '2026-11-20',
  })

  expect(status).toBe(404)
})
