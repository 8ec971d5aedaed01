import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import { mayFollow } from '#kernel/states.ts'
import { contractorAtWork } from '#test/work-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { type Assignment, assignmentTransitions, move, movesOpenTo } from './assignment.ts'
import {
  type AssignmentStatus,
  assignmentStatuses,
  changeAssignment,
  listAssignments,
  moveAssignment,
  offerAssignment,
  viewAssignment,
} from './contract.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const moved = async (
  assignmentId: string,
  to: AssignmentStatus,
  { version, reason = 'The client asked for it' }: { version: number; reason?: string },
) => w.ask(moveAssignment, w.member('manager'), { assignmentId, version, to, reason })

describe('refused', () => {
  test('a move without a reason', async () => {
    const { assignmentId, assignment } = await contractorAtWork(w)

    const { body } = await moved(assignmentId, 'paused', { version: assignment.version, reason: ' ' })

    expect(body).toMatchObject({ errors: [{ pointer: '#/reason', detail: 'Say why.' }] })
  })

  test('a move that follows by itself or is none: accepted work to active, active work to draft', async () => {
    const { assignmentId, assignment } = await contractorAtWork(w)

    const { status, body } = await moved(assignmentId, 'draft', { version: assignment.version })

    expect(status).toBe(409)
    expect(body).toMatchObject({ type: '/problems/assignment-cannot-move', from: 'active', to: 'draft' })
  })

  test('other terms for what was offered: whoever accepted them accepted those', async () => {
    const { assignmentId, assignment } = await contractorAtWork(w)

    const { body } = await w.ask(changeAssignment, w.member('owner'), {
      assignmentId,
      version: assignment.version,
      title: 'Motion design',
      pricing: 'hourly',
      price: { amount: '850.00', currency: 'USD' },
      startsOn: '2026-11-09',
      answerBy: '2026-11-30',
    })

    expect(body).toMatchObject({ type: '/problems/assignment-not-draft', assignmentStatus: 'active' })
  })

  test('an offer by a key, by finance, and a second time', async () => {
    const { assignmentId, assignment } = await contractorAtWork(w)
    const input = { assignmentId, version: assignment.version }
    const key = { ...w.member('manager'), via: 'key' as const }

    const statuses = []
    for (const actor of [key, w.member('finance'), w.member('manager')])
      statuses.push((await w.ask(offerAssignment, actor, input)).status)

    expect(statuses).toEqual([403, 403, 409])
  })

  test('two moves at once from one page: one goes, one is told to look again', async () => {
    const { assignmentId, assignment } = await contractorAtWork(w)
    const { version } = assignment

    const answers = await Promise.all([
      moved(assignmentId, 'paused', { version }),
      moved(assignmentId, 'completed', { version }),
    ])

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

test('work is paused, goes on, is completed and closed, each with its reason in the journal', async () => {
  const { assignmentId, assignment } = await contractorAtWork(w)
  const way: AssignmentStatus[] = ['paused', 'active', 'completed', 'closed']
  let { version } = assignment
  for (const to of way) {
    const { status } = await moved(assignmentId, to, { version, reason: `Now ${to}` })
    expect(status).toBe(200)
    version += 1
  }

  const seen = await w.done(viewAssignment, w.member('manager'), { assignmentId })
  const facts = (await w.journal()).filter(
    ({ name, data }) => name === 'work.assignment-moved' && data.assignmentId === assignmentId,
  )

  expect(seen).toMatchObject({ status: 'closed', reason: 'Now closed', can: { moveTo: [] } })
  expect(facts.map(({ data }) => `${data.from} ${data.to}: ${data.reason}`)).toEqual([
    'accepted active: the first day has come',
    'active paused: Now paused',
    'paused active: Now active',
    'active completed: Now completed',
    'completed closed: Now closed',
  ])
})

test('every move that the page offers is one the rules take, from whatever state', () => {
  const manager = { ...w.member('manager') }
  fc.assert(
    fc.property(fc.constantFrom(...assignmentStatuses), fc.constantFrom(...assignmentStatuses), (from, to) => {
      const assignment = { status: from, departmentId: 'any' } as unknown as Assignment
      const isOffered = movesOpenTo(manager, assignment).includes(to)
      const goes = () => move(assignment, to, { reason: null, now: w.now() })

      if (isOffered) expect(goes().status).toBe(to)
      if (!mayFollow(assignmentTransitions, from, to)) {
        expect(isOffered).toBe(false)
        expect(goes).toThrow(Problem)
      }
    }),
  )
})

test('the list finds by contractor, project, state and words, newest first', async () => {
  const first = await contractorAtWork(w)
  const second = await contractorAtWork(w)
  await moved(second.assignmentId, 'paused', { version: second.assignment.version })
  const idsFor = async (filter: object) =>
    (await w.done(listAssignments, w.member('auditor'), filter)).items.map(({ id }) => id)

  expect(await idsFor({ projectId: first.projectId })).toEqual([first.assignmentId])
  expect(await idsFor({ contractorId: second.contractorId })).toEqual([second.assignmentId])
  expect(await idsFor({ contractorId: second.contractorId, status: 'active' })).toEqual([])
  expect((await idsFor({ search: 'motion DESIGN' })).slice(0, 2)).toEqual([second.assignmentId, first.assignmentId])
  expect(await idsFor({ search: '_' })).toEqual([])
})
