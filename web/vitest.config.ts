import { defineProject } from 'vitest/config'
import { alias } from './alias.ts'

export default defineProject({
  root: import.meta.dirname,
  resolve: { alias },
  test: {
    name: 'web',
    maxWorkers: 2,
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/setUp.ts'],
    // Mantine's stylesheets say nothing that a component test asks about.
    css: false,
  },
})
