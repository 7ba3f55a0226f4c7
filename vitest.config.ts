import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './testing/longest-first.ts';
import { SecondTries } from './testing/second-tries.ts';
import { SlowestFiles } from './testing/slowest-files.ts';

/** Package imports resolve to sources, so that tests need no build. */
const resolve = { conditions: ['source', 'module', 'node', 'development|production'] };
// Vitest hands these to Node as they are; with "import" among them, require() would be given modules meant for import.
const ofNode = { conditions: ['source', 'node', 'module'] };
// The second environment is that of globalSetup.
const shared = { resolve, ssr: { resolve: ofNode }, environments: { __vitest__: { resolve: ofNode } } };

const cluster = 'packages/store/database-tests/shared-cluster.ts';
const build = 'testing/build.ts';
const manySeeds = process.env.PROPERTY_SEEDS !== undefined;
const patient = {
  // Whatever waits may wait for long on a busy machine.
  testTimeout: manySeeds ? 3_600_000 : 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
  setupFiles: manySeeds ? ['testing/many-seeds.ts'] : [],
};

/**
 * A test of a browser or a process gets a second try: on a busy machine, one in hundreds of them is late. The end of the run names each
 * that needed it, as a defect to mend. Tests of other kinds wait for no other process, and get none.
 */
const secondTry = { retry: 1 };

export default defineConfig({
  test: {
    // All projects side by side. One more than processors, since tests of processes and browsers wait more than they work.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new SlowestFiles(), new SecondTries()],
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          // They leave nothing behind that another file could see, and so need no process each.
          isolate: false,
          include: ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.{ts,tsx}', 'docs/*.test.ts'],
          ...patient,
          // Style sheets are empty in tests, save where their text is asked for.
          css: { include: [/\?raw$/] },
        },
      },
      {
        ...shared,
        test: {
          name: 'database',
          // Each file has a database of its own, and leaves nothing else behind that another could see.
          isolate: false,
          include: ['packages/*/database-tests/**/*.test.ts', 'apps/*/database-tests/**/*.test.ts'],
          globalSetup: [cluster],
          ...patient,
        },
      },
      {
        ...shared,
        test: {
          name: 'processes',
          isolate: false,
          include: ['packages/*/process-tests/**/*.test.ts', 'apps/*/process-tests/**/*.test.ts'],
          globalSetup: [build, cluster],
          ...patient,
          ...secondTry,
        },
      },
      {
        ...shared,
        test: {
          name: 'browser',
          isolate: false,
          include: ['apps/e2e/journeys/**/*.test.ts'],
          globalSetup: [build, cluster, 'apps/e2e/shared-browser.ts', 'apps/e2e/shared-product.ts'],
          ...patient,
          ...secondTry,
          setupFiles: ['apps/e2e/await-product.ts'],
        },
      },
    ],
  },
});
