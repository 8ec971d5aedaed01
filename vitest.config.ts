import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: ['server', 'web', 'e2e', 'bin', 'bench'],
    maxWorkers: 2,
  },
})
