import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as bundled from './distributions.ts';
import * as read from './distributions-on-demand.ts';

type Distribution = (...given: readonly number[]) => number;
const onDemand = new Map<string, Distribution>(Object.entries(read));

test('distributions that are read on demand are those that are bundled', () => {
  expect([...onDemand.keys()].toSorted()).toEqual(Object.keys(bundled).toSorted());
  for (const [name, distribution] of Object.entries(bundled) as unknown as [string, Distribution][])
    // A probability or a count, and parameters that all of them take.
    for (const first of [0.02, 0.5, 0.9, 1, 3])
      for (const second of [0.5, 2, 40]) {
        const given = [first, second, 0.7].slice(0, distribution.length);
        expect(onDemand.get(name)?.(...given), `${name} of ${given.join()}`).toBe(distribution(...given));
      }
  expect(onDemand.get('normalCdf')?.(1.96, 0, 1)).toBeCloseTo(0.975, 3);
});

test('no other file reads them at its start', () => {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const direct = files.filter((name) => readFileSync(new URL(name, folder), 'utf8').includes("from '@stdlib/stats-"));
  expect(direct).toEqual(['distributions.ts']);
});
