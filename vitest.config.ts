import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest first, or one worker stands idle while the other ends the run: a fresh clone knows no durations. */
const longest = [
  'server/test/campaigns.test.ts',
  'server/src/modules/directory/search-speed.test.ts',
  'server/src/kernel/postgres/embedded.test.ts',
  'server/test/install.test.ts',
  'server/src/modules/access/sign-in/mail-doors.test.ts',
  'server/src/modules/access/sign-in/two-factor-doors.test.ts',
  'server/src/modules/onboarding/onboarding.test.ts',
  'server/src/commands/demo/volume/fill-with-volume.test.ts',
  'server/src/modules/payments/pay-runs/races.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = longest.findIndex((file) => moduleId.endsWith(file))
      return index === -1 ? longest.length : index
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    projects: ['server', 'web', 'e2e', 'bin', 'bench'],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
})
