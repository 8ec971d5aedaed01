import { expect, test } from 'vitest'
import { reportOf } from '../../bench/campaigns/report.ts'

const held = { promise: 'Money moves once', done: 'People race.', counts: { kills: 1_234 }, faults: [] }
const failed = { promise: 'Nothing is lost', done: 'The server is killed.', counts: {}, faults: ['One was lost.'] }

test('a promise that did not hold says so, with what was found', () => {
  expect(reportOf('', 'no-write-lost', [failed], '2026-11-22')).toMatch(/\*\*Did not hold\.\*\*\n\n- One was lost\./)
})

test('a campaign replaces its own part and leaves the others as they were', () => {
  const first = reportOf('', 'no-write-lost', [failed], '2026-11-21')
  const both = reportOf(first, 'money-once', [held], '2026-11-22')
  const again = reportOf(both, 'no-write-lost', [{ ...failed, faults: [] }], '2026-11-23')

  expect(both).toContain('Put to the test on 2026-11-21')
  expect(both).toContain('| kills | 1,234 |')
  expect(again).not.toContain('2026-11-21')
  expect(again).toContain('Put to the test on 2026-11-22')
  expect(again.match(/\*\*Held\.\*\*/g)).toHaveLength(2)
})
