import { expect, test } from 'vitest'
import {
  addenda,
  batchControl,
  batchHeader,
  entryDetail,
  fileControl,
  fileHeader,
  nachaRecord,
} from './nacha-record.ts'

const layouts = { fileHeader, batchHeader, entryDetail, addenda, batchControl, fileControl }

const entry = {
  transactionCode: 22,
  rdfi: '23138010',
  checkDigit: 4,
  accountNumber: '744567891',
  amount: 10_000n,
  individualId: 'INV-200',
  individualName: 'PRIYA RAMAN',
  hasAddenda: 0,
  traceNumber: '121042880000001',
}

test.each(Object.entries(layouts))(
  'the columns of %s run from 1 to 94 without a gap and without an overlap',
  (_, layout) => {
    let next = 1
    for (const { from, to } of layout) {
      expect(from).toBe(next)
      next = to + 1
    }
    expect(next).toBe(95)
  },
)

test('a number too wide for its column never gets into a record', () => {
  expect(() => nachaRecord(entryDetail, { ...entry, amount: 10_000_000_000n })).toThrow('does not fit into amount')
  expect(() => nachaRecord(entryDetail, { ...entry, amount: -1n })).toThrow('does not fit into amount')
  expect(() => nachaRecord(entryDetail, { ...entry, rdfi: '' })).not.toThrow()
  expect(() => nachaRecord(entryDetail, { ...entry, traceNumber: '12104288000000A' })).toThrow('does not fit')
})

test('an entry is written column for column', () => {
  expect(nachaRecord(entryDetail, entry)).toBe(
    '622231380104744567891        0000010000INV-200        PRIYA RAMAN             0121042880000001',
  )
})

test('a long name is cut to its column and moves nothing', () => {
  const record = nachaRecord(entryDetail, { ...entry, individualName: 'A'.repeat(60) })

  expect(record).toHaveLength(94)
  expect(record.slice(54, 76)).toBe('A'.repeat(22))
  expect(record.slice(76)).toBe('  0121042880000001')
})
