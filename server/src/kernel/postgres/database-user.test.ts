import { expect, test } from 'vitest'
import { CannotStart } from '#kernel/cannot-start.ts'
import { nameOf, nameOfThisUser } from './database-user.ts'

test('a user with a number and no name is told what to do', () => {
  expect(() => nameOf(3_999_999)).toThrow(CannotStart)
  expect(() => nameOf(3_999_999)).toThrow(/The user with the number 3999999 has no name here.*\/etc\/passwd/)
})

test('everybody else has the name that the system knows', () => {
  expect(nameOf(0)).toBe('root')
  expect(nameOfThisUser()).toBe(nameOf(process.getuid?.()))
})
