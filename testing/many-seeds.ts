/* Set-up for a run of the property-based tests with many seeds: PROPERTY_SEEDS=200 npx pnpm@12.4.2 exec vitest run PATH */
import type * as fastCheck from 'fast-check';
import type { IAsyncProperty, IProperty, Parameters } from 'fast-check';
import { vi } from 'vitest';

type Property<Values> = IAsyncProperty<Values> | IProperty<Values>;

vi.mock('fast-check', async (importOriginal) => {
  const real = await importOriginal<typeof fastCheck>();
  const seeds = Array.from({ length: Number(process.env.PROPERTY_SEEDS) }, (_, index) => index + 1);
  const most = Number(process.env.PROPERTY_RUNS ?? Infinity);

  /** As `fc.assert`, once for each seed; throws with the seeds that failed and what the first of them says. */
  const assert = <Values>(property: Property<Values>, parameters: Parameters<Values> = {}): Promise<void> | undefined => {
    const failures: string[] = [];
    const note = (seed: number, error: unknown) => void failures.push(`seed ${seed}: ${String(error)}`);
    const withSeed = (seed: number) => ({ ...parameters, seed, numRuns: Math.min(parameters.numRuns ?? 100, most) });
    const end = () => {
      if (failures.length > 0) throw new Error(`${failures.length} of ${seeds.length} seeds failed:\n${failures.join('\n')}`);
    };
    const runAll = async () => {
      for (const seed of seeds) await Promise.resolve(real.assert(property, withSeed(seed))).catch((error) => note(seed, error));
      end();
    };
    if (property.isAsync()) return runAll();
    for (const seed of seeds)
      try {
        void real.assert(property, withSeed(seed));
      } catch (error) {
        note(seed, error);
      }
    end();
  };
  return { ...real, assert, default: { ...real.default, assert } };
});
