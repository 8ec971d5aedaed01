import { expect, test } from 'vitest'
import { OrganizationId } from '#kernel/ids.ts'
import { createTurns } from './turns.ts'

const organization = (number: number) => OrganizationId.parse(`00000000-0000-7000-8000-00000000000${number}`)
const [a, b, c] = [organization(1), organization(2), organization(3)]

test('everybody who waits has a turn before anybody has a second one', async () => {
  const turns = createTurns(async () => [a, b, c], false)

  const served = []
  for (let turn = 0; turn < 6; turn += 1) {
    const next = await turns.next()
    served.push(next)
    if (next) turns.over(next, true)
  }

  expect(served).toEqual([a, b, c, a, b, c])
})

test('one that takes long keeps nobody else from being looked for', async () => {
  let due = [a]
  const turns = createTurns(async () => due, true)
  const first = await turns.next()
  due = [a, b]
  turns.wake()

  const second = await turns.next()
  const third = await turns.next()

  expect([first, second, third]).toEqual([a, b, undefined])
})

test('when nothing could be done for anybody it rests until it is woken', async () => {
  let asked = 0
  const turns = createTurns(async () => {
    asked += 1
    return [a]
  }, true)
  const first = await turns.next()
  if (first) turns.over(first, false)

  const [second, third] = [await turns.next(), await turns.next()]
  turns.wake()
  const fourth = await turns.next()

  expect([first, second, third, fourth, asked]).toEqual([a, undefined, undefined, a, 2])
})

test('many workers who ask at once make one question of it', async () => {
  let asked = 0
  const turns = createTurns(async () => {
    asked += 1
    return [a, b]
  }, false)

  const served = await Promise.all([turns.next(), turns.next(), turns.next()])

  expect([served, asked]).toEqual([[a, b, undefined], 1])
})
