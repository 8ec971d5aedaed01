import { defineProject } from 'vitest/config'

export default defineProject({
  root: import.meta.dirname,
  test: {
    name: 'server',
    // A project does not take the root's count; without it two cores run one file at a time.
    maxWorkers: 2,
    // Each file has a database of its own; the program itself, which is only read, is loaded once and not 150 times.
    isolate: false,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'migrations/**/*.test.ts'],
    globalSetup: ['test/test-cluster.ts'],
    // Real databases and real documents: slow on a busy machine, and a wrong red costs more than a late one.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
