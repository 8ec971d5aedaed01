import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CursorPart, cursorOf, keyOf } from './cursor.ts'

const id = '0199a000-0000-7000-8000-0000000000aa'

test.each<[string, string, readonly CursorPart[]]>([
  ['what is no cursor', 'xxx', ['id']],
  ['nothing', '', ['id']],
  ['an id that is none', cursorOf(['not-a-uuid']), ['id']],
  ['a day that is none', cursorOf(['2026-02-30', id]), ['day', 'id']],
  ['a word where the id belongs', cursorOf([id, 'Priya']), ['text', 'id']],
  ['the cursor of another list', cursorOf(['Priya', id]), ['id']],
  ['a cursor with nothing in it', cursorOf([null]), ['id']],
  ['a text that PostgreSQL cannot keep', cursorOf(['a\0b', id]), ['text', 'id']],
  ['half a letter', Buffer.from(`["\\ud800","${id}"]`).toString('base64url'), ['text', 'id']],
  ['a number', Buffer.from('[1]').toString('base64url'), ['text']],
  ['an object', Buffer.from('{"length":1,"0":"a"}').toString('base64url'), ['text']],
])('%s is refused at #/after', (_, cursor, sortedBy) => {
  expect(() => keyOf(cursor, sortedBy)).toThrow(
    expect.objectContaining({ status: 422, extras: { errors: [expect.objectContaining({ pointer: '#/after' })] } }),
  )
})

test('without a cursor a list starts at its beginning', () => {
  expect(keyOf(undefined, ['id'])).toBeUndefined()
})

test('whatever a row is sorted by, its cursor leads back to it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), (name, row) => {
      fc.pre(!name.includes('\0'))
      expect(keyOf(cursorOf([name, row]), ['text', 'id'])).toEqual([name, row])
    }),
  )
})
