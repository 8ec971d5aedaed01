import { defineProject } from 'vitest/config'
import { alias } from './alias.ts'

export default defineProject({
  root: import.meta.dirname,
  resolve: { alias },
  test: {
    name: 'web',
    maxWorkers: 2,
    environment: 'jsdom',
    // A page and its modules are made anew for each file, in a thread that keeps what was compiled: half the time of a process each.
    pool: 'vmThreads',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/setUp.ts'],
    // Mantine's stylesheets say nothing that a component test asks about.
    css: false,
    // A busy machine is slow to draw a page, and a wrong red costs more than a late one.
    testTimeout: 20_000,
  },
})
