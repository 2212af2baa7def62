import path from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // A poll ends as soon as it is right: only a loaded machine ever needs more than the second that is usual.
    expect: { poll: { timeout: 20_000, interval: 50 } },
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/database-server.ts'],
    setupFiles: ['test/support/property-seed.ts'],
    pool: 'forks',
    // A worker keeps what it loaded for the files after it: loading all anew took more time than most tests. A test that
    // changes what others see (the environment, a module) must put it back.
    isolate: false,
    // Each start of the program in a process of its own compiles nothing that an earlier one did, and so its threads.
    env: { NODE_COMPILE_CACHE: path.join(import.meta.dirname, 'node_modules/.cache/compiled') },
    // Tests wait for servers more than they calculate.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
