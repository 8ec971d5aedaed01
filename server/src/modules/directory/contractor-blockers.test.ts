import { afterAll, beforeAll, expect, test } from 'vitest'
import { mayFollow, stepsOf } from '#kernel/states.ts'
import { aContractor, inStatus } from '#test/directory-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { ContractorId, contractorStatuses } from './contract.ts'
import { contractorTransitions } from './contractor.ts'
import { contractorBlockers } from './contractor-blockers.ts'
import { moveContractorTo } from './move-contractor-to.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const blockers = (id: string) =>
  w.work(w.member('manager'), ({ tx }) => contractorBlockers(tx, ContractorId.parse(id)))

test.each(['paused', 'ended', 'archived', 'declined', 'withdrawn', 'rejected'])(
  'nothing new starts with a contractor who is %s, and it says whose move it is',
  async (status) => {
    const contractor = await aContractor(w)

    await inStatus(w, contractor, status)

    expect(await blockers(contractor.id)).toMatchObject([
      { code: `directory.${status}`, owner: 'manager', by: null, clears: { path: `/contractors/${contractor.id}` } },
    ])
  },
)

test.each(['draft', 'invited', 'onboarding', 'ready', 'active', 'invite_expired'])(
  'the directory has nothing against a contractor who is %s',
  async (status) => {
    const contractor = await aContractor(w)

    await inStatus(w, contractor, status)

    expect(await blockers(contractor.id)).toEqual([])
  },
)

test('a ban stops whatever the state, and its reason stays with legal', async () => {
  const contractor = await aContractor(w)
  await w.sql(
    "update contractors set do_not_engage_since = '2026-10-01T08:00:00Z', do_not_engage_reason = 'Sold our designs' where id = $1",
    [contractor.id],
  )

  const found = await blockers(contractor.id)

  expect(found).toMatchObject([
    { code: 'directory.do-not-engage', owner: 'legal', since: new Date('2026-10-01T08:00:00Z') },
  ])
  expect(JSON.stringify(found)).not.toContain('Sold our designs')
})

test('a module above moves a contractor along, but only where the states lead', async () => {
  const contractor = await aContractor(w, { displayName: 'Priya Raman' })
  const owner = w.member('owner')
  const move = (to: 'active' | 'invited') =>
    w.work(owner, (work) => moveContractorTo(work, contractor.id, to, 'Invitation sent'))

  await expect(move('active')).rejects.toThrow('A contractor in this state cannot go there.')

  expect((await move('invited')).data).toMatchObject({ displayName: 'Priya Raman', from: 'draft', to: 'invited' })
  expect(await w.sql('select status, version from contractors where id = $1', [contractor.id])).toEqual([
    { status: 'invited', version: 2 },
  ])
})

test('the rules and the database agree on what may follow what', async () => {
  const rows = await w.sql("select from_state, to_state from legal_transitions where object = 'contractors'")

  expect(rows.map(({ from_state, to_state }) => `${from_state}>${to_state}`).sort()).toEqual(
    stepsOf(contractorTransitions),
  )
})

test('every state but the first can be reached', () => {
  const reached = contractorStatuses.filter((to) =>
    contractorStatuses.some((from) => mayFollow(contractorTransitions, from, to)),
  )

  expect(new Set([...reached, 'draft'])).toEqual(new Set(contractorStatuses))
})
