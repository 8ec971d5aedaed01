import { expect, test } from 'vitest'
import { z } from 'zod'
import { nachaFaults } from './nacha-check.ts'
import { sharedBytes, sharedJson, sharedTest } from './shared-data.ts'

/** Accounting advices between banks (ADV) have columns of their own and never carry a payment. */
const otherLayout = /ADV/i

const Manifest = z.record(
  z.string(),
  z.object({ verdict: z.enum(['valid', 'invalid']).optional(), structuralFindings: z.array(z.string()).optional() }),
)
const judged = () =>
  Object.entries(sharedJson('bank-nacha/manifest.json', Manifest))
    .filter(([name]) => !otherLayout.test(name))
    .map(([name, { verdict, structuralFindings = [] }]) => ({
      name,
      isSound: verdict === undefined ? structuralFindings.length === 0 : verdict === 'valid',
    }))
const faultsIn = (name: string) => nachaFaults(sharedBytes(`bank-nacha/${name}`))

test('nothing is no Nacha file', () => {
  expect(nachaFaults(Buffer.from(''))).toContain('there is no file header')
  expect(nachaFaults(Buffer.from('hello\n'))).toContain('line 1: has 5 characters')
})

sharedTest('every real and made file is judged as its manifest says', () => {
  const files = judged()
  const wrong = files.filter(({ name, isSound }) => isSound !== (faultsIn(name).length === 0))

  expect(files.filter(({ isSound }) => isSound).length).toBeGreaterThan(50)
  expect(files.filter(({ isSound }) => !isSound).length).toBeGreaterThan(30)
  expect(wrong.map(({ name }) => [name, ...faultsIn(name)])).toEqual([])
})

sharedTest.each([
  ['bad-block-count', 'file control: block count'],
  ['bad-entry-count', 'batch 1: entry and addenda count'],
  ['bad-entry-hash', 'batch 1: entry hash'],
  ['bad-file-credit-total', 'file control: total of credits'],
  ['bad-rdfi-check-digit', 'batch 1: entry 1: check digit of the receiving bank'],
  ['no-block-padding', 'the records do not fill blocks of ten'],
  ['prenote-with-amount', 'batch 1: entry 1: a prenote with an amount'],
  ['same-day-over-1m', 'batch 1: has an entry above the same-day limit'],
  ['short-record', 'line 3: has 92 characters'],
])('%s is found for what it is: %s', (name, fault) => {
  expect(faultsIn(`made/${name}.ach`)).toContain(fault)
})

/** Columns of each record type in which no digit may change unnoticed: counted from 1, both ends included. */
const guarded: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  '5': [
    [41, 50],
    [80, 94],
  ],
  '6': [
    [4, 12],
    [30, 39],
  ],
  '7': [[84, 94]],
  '8': [
    [5, 44],
    [80, 94],
  ],
  '9': [[2, 55]],
}

sharedTest('a digit changed in any column that counts is noticed', () => {
  for (const name of ['ppd-contractor-pay-valid', 'ccd-plus-addenda-valid']) {
    const file = sharedBytes(`bank-nacha/made/${name}.ach`)
    const positions = [...file.keys()].filter((at) => {
      const column = (at % 95) + 1
      const ranges = guarded[String.fromCharCode(file[at - column + 1]!)] ?? []
      return /\d/.test(String.fromCharCode(file[at]!)) && ranges.some(([from, to]) => from <= column && column <= to)
    })
    const missed = positions.filter((at) => {
      const changed = Buffer.from(file)
      changed[at] = 48 + ((file[at]! - 48 + 1) % 10)
      return nachaFaults(changed).length === 0
    })

    expect(positions.length).toBeGreaterThan(200)
    expect(missed).toEqual([])
  }
})
