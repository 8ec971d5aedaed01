import { expect, test } from 'vitest'
import { add, count, summary } from './count.mjs'

const file = (name, statuses, status = statuses.includes('failed') ? 'failed' : 'passed', message = '') => ({
  name,
  status,
  message,
  assertionResults: statuses.map((each) => ({ status: each })),
})

const run = (testResults, exitCode = 0, files = testResults.map(({ name }) => name)) =>
  count({ report: { testResults }, exitCode, files })

test('a runner that left no report has failed, whatever its exit code', () => {
  expect(count({ report: undefined, exitCode: 0, files: [] })).toMatchObject({ passed: 0, failed: 1 })
  expect(count({ report: undefined, exitCode: null, files: ['/a'] })).toMatchObject({ passed: 0, failed: 1 })
})

test('a file on the disk that was not run has failed', () => {
  expect(run([file('/a', ['passed'])], 0, ['/a', '/b'])).toEqual({
    passed: 1,
    failed: 1,
    skipped: 0,
    complaints: ['Not run: /b'],
  })
})

test('a run of no tests at all has failed, once for each file', () => {
  expect(run([], 0, ['/a', '/b'])).toMatchObject({ passed: 0, failed: 2 })
  expect(run([file('/a', [])])).toMatchObject({ failed: 1, complaints: ['No test in: /a'] })
})

test('a file that cannot be loaded, or whose set-up fails, has failed though none of its tests did', () => {
  expect(run([file('/a', ['passed'], 'failed', 'no such module')], 1)).toMatchObject({
    passed: 1,
    failed: 1,
    complaints: ['Failed outside its tests: /a: no such module'],
  })
})

test('an error outside every file shows only in the exit code, and counts', () => {
  expect(run([file('/a', ['passed'])], 1)).toMatchObject({ passed: 1, failed: 1 })
})

test('a failed test is counted once', () => {
  expect(run([file('/a', ['passed', 'failed'])], 1)).toEqual({ passed: 1, failed: 1, skipped: 0, complaints: [] })
})

test('skipped tests are neither passed nor failed', () => {
  expect(run([file('/a', ['passed', 'skipped', 'todo', 'pending'])])).toMatchObject({
    passed: 1,
    failed: 0,
    skipped: 3,
  })
})

test('the last line counts all steps', () => {
  const counts = [run([file('/a', ['passed', 'passed'])]), run([file('/b', ['failed'])], 1)]

  expect(summary(add(counts))).toBe('2 passed, 1 failed')
  expect(summary(add([...counts, run([file('/c', ['skipped'])])]))).toBe('2 passed, 1 failed, 1 skipped')
})
