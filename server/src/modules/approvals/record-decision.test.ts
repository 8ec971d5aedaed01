import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import { uuidV7 } from '#kernel/ids.ts'
import { money } from '#kernel/money.ts'
import { memberOnFile } from '#test/approvals-world.ts'
import { createWorld, type World } from '#test/world.ts'
import { changeLimits, changePolicy, viewPolicy } from './contract.ts'
import { approvalsOf, recordDecision, stillApproved } from './index.ts'

let w: World
beforeAll(async () => {
  w = await createWorld()
})
afterAll(() => w.close())

const contentHash = 'a'.repeat(64)
let count = 0
const newId = () => {
  count += 1
  return uuidV7(w.now(), new Uint8Array(10).fill(count))
}
type Parts = Partial<Parameters<typeof recordDecision>[1]>
const about = (parts: Parts = {}) => ({
  kind: 'invoice',
  subjectId: newId(),
  contentHash,
  amount: money(100_000n, 'USD'),
  involvedPersonIds: [],
  decision: 'approved' as const,
  note: null,
  siblingsSince: null,
  ...parts,
})
const decideAs = (actor: Actor, parts: Parts) => w.work(actor, (work) => recordDecision(work, about(parts)))
const limit = async (actor: Actor, dollars: string) =>
  w.done(changeLimits, w.member('owner'), {
    personId: actor.personId,
    limits: [{ amount: dollars, currency: 'USD' }],
    version: 0,
  })
const decisionsAbout = (subjectId: string) => w.work(w.member('owner'), ({ tx }) => approvalsOf(tx, subjectId))

describe('a decision', () => {
  test('over the limit is refused and leaves nothing', async () => {
    const dana = await memberOnFile(w, 'Dana Whitfield', 'approver')
    await limit(dana, '999.99')
    const subjectId = newId()

    await expect(decideAs(dana, { subjectId })).rejects.toMatchObject({
      slug: 'over-your-limit',
      extras: { limit: { amount: '999.99', currency: 'USD' } },
    })
    expect(await decisionsAbout(subjectId)).toEqual([])
  })

  test('within the limit is kept with its content, its amount and who took it', async () => {
    const dana = await memberOnFile(w, 'Dana Whitfield', 'approver')
    await limit(dana, '1000')
    const subjectId = newId()

    const outcome = await decideAs(dana, { subjectId, note: ' Fine ' })

    expect(outcome).toEqual({ approvals: 1, needed: 1, isComplete: true })
    expect(await decisionsAbout(subjectId)).toMatchObject([
      {
        decision: 'approved',
        note: 'Fine',
        amount: money(100_000n, 'USD'),
        contentHash,
        decidedBy: dana.personId,
        decidedByName: 'Dana Whitfield',
        decidedAt: w.now(),
      },
    ])
  })

  test('is never changed or removed, not even by the owner of the tables', async () => {
    await decideAs(w.member('approver'), {})

    await expect(w.sql("update approval_decisions set decision = 'rejected'")).rejects.toThrow('keeps what happened')
    await expect(w.sql('delete from approval_decisions')).rejects.toThrow('keeps what happened')
    await expect(w.sql('truncate approval_decisions')).rejects.toThrow('keeps what happened')
  })

  test('of two at the same moment, one is told to look again', async () => {
    const subjectId = newId()
    const [one, other] = [w.member('approver'), w.member('approver')]

    const both = await Promise.allSettled([decideAs(one, { subjectId }), decideAs(other, { subjectId })])

    const refused = both.filter(({ status }) => status === 'rejected')
    expect((await decisionsAbout(subjectId)).length + refused.length).toBe(2)
    for (const { reason } of refused as PromiseRejectedResult[]) expect(reason).toMatchObject({ slug: 'stale' })
  })

  test('of another organization is not seen', async () => {
    const subjectId = newId()
    await decideAs(w.member('approver'), { subjectId })
    const harbor = w.memberOf(await w.newOrganization('harbor'), 'owner')

    expect(await w.work(harbor, ({ tx }) => approvalsOf(tx, subjectId))).toEqual([])
  })
})

describe('when the policy wants two people above 500 dollars', () => {
  beforeAll(async () => {
    const { version } = await w.done(viewPolicy, w.member('owner'), {})
    await w.done(changePolicy, w.member('owner'), { secondAbove: [{ amount: '500', currency: 'USD' }], version })
  })

  test('the first approval is not enough, the same person is not a second one, another is', async () => {
    const subjectId = newId()
    const [dana, omar] = [w.member('approver'), w.member('approver')]
    const stands = () => w.work(dana, ({ tx }) => stillApproved(tx, { subjectId, contentHash }))

    const first = await decideAs(dana, { subjectId })
    const between = await stands()
    await expect(decideAs(dana, { subjectId })).rejects.toMatchObject({ slug: 'already-approved' })
    const second = await decideAs(omar, { subjectId })

    expect([first.isComplete, between, second.isComplete, await stands()]).toEqual([false, false, true, true])
  })

  test('a changed content is not approved by what was said of the former one', async () => {
    const subjectId = newId()
    const dana = w.member('approver')
    await decideAs(dana, { subjectId })

    const changed = await decideAs(w.member('approver'), { subjectId, contentHash: 'b'.repeat(64) })

    expect(changed).toMatchObject({ approvals: 1, isComplete: false })
    expect(await w.work(dana, ({ tx }) => stillApproved(tx, { subjectId, contentHash }))).toBe(false)
  })

  test('after a return both approve again', async () => {
    const subjectId = newId()
    const [dana, omar] = [w.member('approver'), w.member('approver')]
    await decideAs(dana, { subjectId })
    await decideAs(omar, { subjectId, decision: 'returned', note: 'The period is missing' })

    const again = await decideAs(dana, { subjectId })

    expect(again).toMatchObject({ approvals: 1, isComplete: false })
  })

  test('every decision remembers under which version of the policy it was taken', async () => {
    const subjectId = newId()
    await decideAs(w.member('approver'), { subjectId })

    const rows = await w.sql('select needed, policy_version from approval_decisions where subject_id = $1', [
      subjectId,
    ])

    expect(rows).toEqual([{ needed: 2, policy_version: 1 }])
  })
})
