import { afterAll, beforeAll, expect, test } from 'vitest'
import { endMyOtherSessions, me, mySessions } from '#modules/access/contract.ts'
import { type AccessWorld, createAccessWorld } from '#test/access-world.ts'

let w: AccessWorld
beforeAll(async () => {
  w = await createAccessWorld()
})
afterAll(() => w.close())

let count = 0
const somebody = () => w.realMember('Dana Whitfield', `dana${count++}@northwind.example`, 'manager')
/** A session of its own moment: this is told from the others by when it began. */
const another = (personId: Parameters<AccessWorld['cookieOf']>[0]) => {
  w.advance(1_000)
  return w.cookieOf(personId)
}
const endOthers = (cookie: string) => w.call(endMyOtherSessions, {}, { cookie, slug: 'northwind' })
const isIn = async (cookie: string) => (await w.call(me, {}, { cookie })).status === 200

test('whoever is signed in nowhere else is told so', async () => {
  const { id } = await somebody()

  const said = await endOthers(await another(id))

  expect(said.body).toMatchObject({ type: '/problems/nowhere-else' })
})

test('nobody signs anybody else out', async () => {
  const [one, other] = [await somebody(), await somebody()]
  const theirs = await another(other.id)
  await another(one.id)

  await endOthers(await another(one.id))

  expect(await isIn(theirs)).toBe(true)
})

test('every other device is out at once, this one stays, and it is on the record', async () => {
  const { id } = await somebody()
  const [phone, laptop, here] = [await another(id), await another(id), await another(id)]

  const said = await endOthers(here)

  expect(w.answered(endMyOtherSessions, said)).toEqual({ ended: 2 })
  expect([await isIn(phone), await isIn(laptop), await isIn(here)]).toEqual([false, false, true])
  const left = w.answered(mySessions, await w.call(mySessions, {}, { cookie: here, slug: 'northwind' }))
  expect(left.items).toMatchObject([{ current: true }])
  expect((await w.journal()).at(-1)).toMatchObject({ name: 'access.other-sessions-ended', data: { ended: 2 } })
})
