import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Package imports resolve to sources, so that tests need no build. */
const resolve = { conditions: ['source', 'module', 'node', 'development|production'] };
// Vitest hands these to Node as they are; with "import" among them, require() would be given modules meant for import.
const shared = {
  resolve,
  ssr: { resolve: { conditions: ['source', 'node', 'module'] } },
  // Where files of globalSetup run.
  environments: { __vitest__: { resolve: { conditions: ['source', 'node', 'module'] } } },
};

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.{ts,tsx}', 'docs/*.test.ts'],
          // Property-based tests take their time on a busy machine.
          testTimeout: 30_000,
          // Style sheets are empty in tests, save where their text is asked for.
          css: { include: [/\?raw$/] },
        },
      },
      {
        ...shared,
        test: {
          name: 'database',
          include: ['packages/*/database-tests/**/*.test.ts', 'apps/*/database-tests/**/*.test.ts'],
          globalSetup: ['packages/store/database-tests/shared-cluster.ts'],
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'browser',
          include: ['apps/e2e/journeys/**/*.test.ts'],
          globalSetup: ['apps/e2e/shared-product.ts'],
          testTimeout: 90_000,
          // What a page shows may take its time on a busy machine.
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
