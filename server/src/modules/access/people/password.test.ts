import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refuseWeakPassword, weaknessOf } from './password.ts'

const dana = ['Dana Whitfield', 'dana.whitfield@northwind.example']

test.each([
  ['aaaaaaaaaaaaaaaa', 'different characters'],
  ['abababababababab', 'different characters'],
  ['passwordpassword', 'again and again'],
  ['horse7horse7horse7', 'again and again'],
  ['123456789012345', 'walk'],
  ['qwertyuiopasdfgh', 'walk'],
  ['hgfdsapoiuytrewq', 'walk'],
  ['zyxwvutsrqponml', 'walk'],
  ['Password1234567!', 'guessed first'],
  ['welcome-muster-2026', 'guessed first'],
  ['DanaWhitfield2026', 'guessed first'],
  ['northwind.dana.99', 'guessed first'],
])('%s is refused: %s', (password, reason) => {
  expect(weaknessOf(password, dana)).toContain(reason)
})

test('the refusal stands at the field it is about', () => {
  expect(() => refuseWeakPassword('passwordpassword', [], '#/owner/password')).toThrow(
    expect.objectContaining({
      slug: 'weak-password',
      extras: { errors: [{ pointer: '#/owner/password', detail: 'This is one piece said again and again.' }] },
    }),
  )
})

test.each([
  'correct horse battery',
  'ein sehr langer Satz',
  'Πέντε μικρές λέξεις',
  '雨の日には傘を持って出かけましょう',
  'k9#vTq2!mLx8@zRw',
])('%s is a good password', (password) => {
  expect(weaknessOf(password, dana)).toBeUndefined()
})

test('fifteen random letters and digits are never refused', () => {
  const letters = fc.constantFrom(...'abcdefghijkmnpqrstuvwxyz23456789')

  fc.assert(
    fc.property(fc.array(letters, { minLength: 15, maxLength: 40 }), (drawn) => {
      fc.pre(new Set(drawn).size >= 9)
      fc.pre(drawn.filter((letter) => /[a-z]/.test(letter)).length >= 12)
      expect(weaknessOf(drawn.join(''), [])).toBeUndefined()
    }),
  )
})

test('whatever is said twice is refused', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 8, maxLength: 40 }), (piece) => {
      expect(weaknessOf(piece + piece, [])).toBeDefined()
    }),
  )
})
