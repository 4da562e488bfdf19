import { defineConfig } from 'vitest/config'

const realThings = {
  globalSetup: ['packages/testkit/src/cluster.ts', 'packages/testkit/src/worker.ts'],
  maxWorkers: 2,
}

export default defineConfig({
  test: {
    projects: [
      './apps/web/vitest.config.ts',
      {
        test: {
          name: 'unit',
          include: ['packages/{contract,domain,tooling}/src/**/*.test.ts', 'infra/**/*.test.ts', 'bench/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          ...realThings,
          include: ['apps/{server,sfu}/**/*.test.ts', 'packages/{db,media}/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          ...realThings,
          include: ['apps/web/e2e/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
