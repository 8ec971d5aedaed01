import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customFieldsIn, faultsIn, fieldsIn, filled, mergeFields } from './merge-fields.ts'

test.each([
  ['a name nobody knows', 'Dear {{contractor.nickname}}'],
  ['a name of the language itself', '{{constructor}} {{__proto__}}'],
  ['a field without a name', '{{field:}}'],
  ['nothing at all', '{{}}'],
  ['a field whose name is markup', '{{field:<b>x</b>}}'],
])('%s is refused', (_, body) => {
  expect(faultsIn(body)).not.toEqual([])
})

test.each(['{{contractor.name', 'contractor.name}}', '{{contractor.\nname}}'])(
  'braces that do not close on their line are refused: %j',
  (body) => {
    expect(faultsIn(body)).not.toEqual([])
  },
)

test('each fault names its line', () => {
  const faults = faultsIn('Fine: {{today}}\n{{payee.age}} and {{payee.mood}}\n\n{{open')

  expect(faults.map(({ detail }) => detail)).toEqual([
    'Line 2: There is no merge field {{payee.age}}.',
    'Line 2: There is no merge field {{payee.mood}}.',
    'Line 4: A merge field is opened with {{ and closed with }} on the same line.',
  ])
})

test('every field we name, and fields of one’s own, may be used', () => {
  const body = [...Object.keys(mergeFields), 'field:Name of the project', 'field: Scope, part (1)']
    .map((name) => `{{ ${name} }}`)
    .join(' ')

  expect(faultsIn(body)).toEqual([])
  expect(customFieldsIn(body)).toEqual(['Name of the project', 'Scope, part (1)'])
})

test('a value that looks like a merge field is not filled in again', () => {
  const values = { 'contractor.name': '{{today}}', today: 'Monday' }

  expect(filled('{{contractor.name}} on {{today}}', values)).toBe('{{today}} on Monday')
})

test('whatever the values are, they stand in the text letter by letter', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, scope) => {
      const values = { 'contractor.name': name, 'field:Scope': scope }

      expect(filled('a {{contractor.name}} b {{field:Scope}} c', values)).toBe(`a ${name} b ${scope} c`)
    }),
  )
})

test('what is asked for twice is asked once', () => {
  expect(fieldsIn('{{today}} {{field:A}} {{ today }} {{field:A}}')).toEqual(['today', 'field:A'])
})
