import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A poll ends as soon as it is right: only a loaded machine ever needs more than the second that is usual.
    expect: { poll: { timeout: 20_000, interval: 50 } },
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/database-server.ts'],
    pool: 'forks',
    // Tests wait for servers more than they calculate.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
