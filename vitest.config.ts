import { defineConfig } from 'vitest/config'

// Pure tests share a process; tests with a database get a clone of one template each and run in workers of their own.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
          exclude: ['src/platform/postmaster.test.ts'],
          isolate: false,
          testTimeout: 20_000, // a property takes under a second, unless both cores are at work on something else
        },
      },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['test/*.test.ts', 'src/platform/postmaster.test.ts'],
          globalSetup: ['test/setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
