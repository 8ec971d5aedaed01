// Counts what a run of Vitest really did. A report is believed only as far as it goes: a runner that crashed, a file
// that was never run or holds no test, and an error outside every test each count as failed.

const statusOf = (tests, status) => tests.filter((test) => test.status === status).length

/**
 * @param report Vitest's JSON report, or undefined when it left none
 * @param exitCode how the runner ended; null when it was killed
 * @param files the test files that lie on the disk, as absolute paths
 */
export const count = ({ report, exitCode, files }) => {
  if (report === undefined) return failedBecause(`The test runner left no report (exit code ${exitCode}).`)
  const results = report.testResults ?? []
  const tests = results.flatMap((file) => file.assertionResults)
  const reported = new Map(results.map((file) => [file.name, file]))
  const complaints = [
    ...files.filter((file) => !reported.has(file)).map((file) => `Not run: ${file}`),
    ...results.flatMap(complaintAbout),
  ]
  const failed = statusOf(tests, 'failed') + complaints.length
  if (exitCode !== 0 && failed === 0)
    complaints.push(`The test runner ended with code ${exitCode} though no test failed.`)
  return {
    passed: statusOf(tests, 'passed'),
    failed: statusOf(tests, 'failed') + complaints.length,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').length,
    complaints,
  }
}

const complaintAbout = ({ name, status, message, assertionResults: tests }) => {
  if (status === 'failed' && statusOf(tests, 'failed') === 0) return [`Failed outside its tests: ${name}: ${message}`]
  return tests.length === 0 ? [`No test in: ${name}`] : []
}

export const failedBecause = (complaint) => ({ passed: 0, failed: 1, skipped: 0, complaints: [complaint] })

export const add = (counts) => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  skipped: counts.reduce((sum, { skipped }) => sum + skipped, 0),
})

/** The line that ends every run. */
export const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
