import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { documents } from './apps/web/documents.ts';
import { packageSources } from './apps/web/package-sources.ts';
import { installedBrowsers, launchOptions } from './packages/browser/src/installed-browsers.ts';
import { browserCommands } from './testing/browser-commands.ts';
import { ByKind } from './testing/by-kind.ts';
import { Report } from './testing/report.ts';

/** Package imports resolve to sources, so that tests need no build. */
const resolve = { conditions: ['source', 'module', 'node', 'development|production'] };
// Vitest hands these to Node as they are; with "import" among them, require() would be given modules meant for import.
const ofNode = { conditions: ['source', 'node', 'module'] };

const manySeeds = process.env.PROPERTY_SEEDS !== undefined;

/** `test` runs the ordinary tests, `test:deep` all, with more repetitions and in any order. See testing/depth.ts. */
export default defineConfig(({ mode }) => {
  const deep = mode === 'deep';
  const common = {
    // Whatever waits may wait for long on a busy machine.
    testTimeout: manySeeds ? 3_600_000 : 300_000,
    hookTimeout: 300_000,
    setupFiles: ['testing/property-runs.ts', ...(manySeeds ? ['testing/many-seeds.ts'] : [])],
    exclude: ['**/node_modules/**', ...(deep ? [] : ['**/*.deep.test.ts'])],
    // Whatever is set for the parts of the web app counts in their project alone.
    env: { TEST_DEPTH: mode, NODE_ENV: 'test' },
    // Nothing is left behind that another file could see, so files need no process each.
    isolate: false,
    // Helpers of V8, which compile and collect garbage beside the tests, take a processor from another worker.
    execArgv: ['--single-threaded'],
  };
  return {
    test: {
      // All projects side by side. One more than there are processors, since a process often waits for its browser or server.
      maxWorkers: availableParallelism() + 1,
      sequence: deep ? { shuffle: { files: true } } : { sequencer: ByKind },
      reporters: ['default', new Report()],
      slowTestThreshold: Infinity,
      projects: [
        {
          plugins: [documents],
          // One project for all that runs in Node: what a worker has loaded for one project is not used for another.
          resolve,
          ssr: { resolve: ofNode },
          // That of globalSetup.
          environments: { __vitest__: { resolve: ofNode } },
          test: {
            ...common,
            name: 'node',
            // To find something by its role takes a page up to 80 milliseconds of the processor.
            expect: { poll: { timeout: 60_000, interval: 250 } },
            include: ['{packages,apps}/*/{src,database-tests,process-tests,journeys}/**/*.test.{ts,tsx}', 'docs/*.test.ts'],
            globalSetup: ['testing/set-up.ts'],
            setupFiles: [...common.setupFiles, 'testing/usual-focus.ts', 'apps/e2e/await-product.ts'],
            // Style sheets are empty in tests, save where their text is asked for.
            css: { include: [/\?raw$/] },
          },
        },
        {
          plugins: [documents],
          // Parts of the web app in a browser, without a server and without a map. As people use them: React for developers keeps
          // a trace of each element, which takes several times as long.
          define: { 'process.env.NODE_ENV': '"production"' },
          oxc: { jsx: { development: false } },
          resolve: { alias: packageSources },
          optimizeDeps: {
            // All that the tests and the parts that they load later import is found before the first test, since a package found
            // later would reload the page in the middle of one. What only the map needs is never loaded.
            entries: ['apps/web/component-tests/**/*.{ts,tsx}'],
            exclude: ['maplibre-gl', '@vis.gl/react-maplibre', 'terra-draw', 'terra-draw-maplibre-gl-adapter'],
          },
          test: {
            ...common,
            name: 'components',
            expect: { poll: { timeout: 60_000, interval: 100 } },
            env: { TEST_DEPTH: mode },
            include: ['apps/web/component-tests/**/*.test.tsx'],
            globalSetup: ['testing/browser.ts', 'testing/provide-focus.ts'],
            setupFiles: ['apps/web/component-tests/set-up.ts'],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              // One page for all files, which loads the sources once and always has the focus.
              fileParallelism: false,
              commands: browserCommands,
              provider: playwright({
                // Found by the global setup, which comes first.
                launchOptions: {
                  get executablePath() {
                    return installedBrowsers()[0];
                  },
                  args: launchOptions('', 'plain').args,
                },
                // With room for the largest window of a test, which would be scaled down otherwise.
                contextOptions: { reducedMotion: 'reduce', viewport: { width: 1500, height: 1000 } },
                actionTimeout: 60_000,
              }),
              instances: [{ browser: 'chromium', viewport: { width: 1200, height: 900 } }],
            },
          },
        },
      ],
    },
  };
});
