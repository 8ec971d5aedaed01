import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor.ts'
import {
  inviteAgain,
  inviteMember,
  listMembers,
  removeMember,
  showInvitationLink,
  viewInvitation,
} from '#modules/access/contract.ts'
import { createWorld, type World } from '#test/world.ts'

let w: World
let admin: Actor
beforeAll(async () => {
  w = await createWorld()
  admin = w.member('admin')
})
afterAll(() => w.close())

let count = 0
const invitedBy = (actor: Actor, ...roles: string[]) =>
  w.done(inviteMember, actor, {
    name: 'Lee Okafor',
    email: `lee${count++}@northwind.example`,
    roles: roles.length > 0 ? roles : ['manager'],
    departmentIds: null,
  })
const show = (actor: Actor, memberId: string, key?: string) =>
  w.ask(showInvitationLink, actor, { memberId }, key ? { key } : {})
const typeOf = async (asked: ReturnType<typeof show>) => ((await asked).body as { type: string }).type

test('nobody but whoever sent an invitation sees its link', async () => {
  const { id } = await invitedBy(admin)

  expect(await typeOf(show(w.member('owner'), id))).toBe('/problems/invitation-of-another')
  expect((await show(w.member('manager'), id)).status).toBe(403)
})

test('a key sees no link, and nor does somebody who has not confirmed lately that it is them', async () => {
  const { id } = await invitedBy(admin)
  const { confirmedAt: _, ...unconfirmed } = admin

  expect((await show({ ...unconfirmed, via: 'key', scopes: ['access.change-members'] }, id)).status).toBe(403)
  expect(await typeOf(show(unconfirmed, id))).toBe('/problems/step-up-required')
})

test('an admin who took an invitation over does not see a link that gives more than they may give', async () => {
  const { id, version } = await invitedBy(w.member('owner'), 'releaser')
  await w.done(inviteAgain, admin, { memberId: id, version })

  expect(await typeOf(show(admin, id))).toBe('/problems/beyond-your-role')
})

test('the link of an invitation is shown once, works, and the journal says who looked', async () => {
  const { id } = await invitedBy(admin)
  const before = (await w.done(listMembers, admin, {})).items.find((member) => member.id === id)

  const shown = await w.done(showInvitationLink, admin, { memberId: id })

  const token = shown.address.split('#')[1] ?? ''
  expect(await w.done(viewInvitation, undefined as never, { token })).toMatchObject({ name: 'Lee Okafor' })
  expect(await typeOf(show(admin, id))).toBe('/problems/link-shown')
  const after = (await w.done(listMembers, admin, {})).items.find((member) => member.id === id)
  expect([before?.can.showLink, after?.can.showLink]).toEqual([true, false])
  const said = (await w.journal()).at(-1)
  expect(said).toMatchObject({ name: 'access.invitation-link-shown', personId: admin.personId })
  expect(JSON.stringify(said)).not.toContain(token)
})

test('a retry gets the same answer, which lies sealed', async () => {
  const { id } = await invitedBy(admin)

  const [first, again] = [await show(admin, id, 'retry-1'), await show(admin, id, 'retry-1')]

  expect(again.text).toBe(first.text)
  const token = (first.body as { address: string }).address.split('#')[1] ?? ''
  expect(JSON.stringify(await w.sql('select reply from idempotency_keys'))).not.toContain(token)
})

test('an invitation that was withdrawn has no link to see', async () => {
  const { id, version } = await invitedBy(admin)
  await w.done(removeMember, admin, { memberId: id, version })

  expect((await show(admin, id)).status).toBe(404)
})
