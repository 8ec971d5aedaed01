import { expect, test } from 'vitest'
import { figure, markdownTable, plainTable, times, verdict } from './bench-table.ts'

const table = [
  ['Operation', 'ms'],
  ['search', '0.31'],
  ['a | b', '12.0'],
]

test('a table on the terminal keeps its columns under each other', () => {
  expect(plainTable(table)).toBe(
    ['Operation    ms', '---------  ----', 'search     0.31', 'a | b      12.0'].join('\n'),
  )
})

test('a bar inside a cell does not begin a new one', () => {
  expect(markdownTable(table)).toBe(
    ['| Operation | ms |', '|---|---:|', '| search | 0.31 |', '| a \\| b | 12.0 |'].join('\n'),
  )
})

test('a figure shows what counts of it', () => {
  expect([0.3149, 4.25, 12.34, 128.4].map(figure)).toEqual(['0.31', '4.25', '12.3', '128'])
})

test('an aim is met up to the very figure, and not a hair above it', () => {
  expect([times(2.995), verdict(3, 3), verdict(3.001, 3)]).toEqual(['3.00 ×', 'met', 'not met'])
})
