import { expect } from 'vitest';
import type { Summary } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import type { Api } from '../src/services.ts';
import { rowsOf } from './csv-rows.ts';
import { ask } from './expect-agreement.ts';
import { sumFiles } from './real-files.ts';

/**
 * Holds summary and CSV of a filter to what summing files gives.
 * @param key column that incidents differ in
 * @param columns those of killed and, where there is one, injured
 */
export async function expectSums(
  apps: readonly [Api, ...Api[]],
  filter: Filter,
  paths: readonly string[],
  key: string,
  columns: readonly string[],
): Promise<void> {
  const { incidents, sums } = await sumFiles(paths, key, columns);
  const exported = rowsOf((await ask(apps[0], '/api/v1/incidents.csv', filter)).body);
  const sumOf = (column: 'killed' | 'injured') => exported.reduce((sum, row) => sum + Number(row[column]), 0);
  expect(exported).toHaveLength(incidents);
  expect([sumOf('killed'), sumOf('injured')].slice(0, columns.length)).toEqual(sums);
  for (const app of apps) {
    const { totals } = (await ask(app, '/api/v1/summary', filter, 'facets=none')).json<Summary>();
    expect(totals.incidents).toBe(incidents);
    expect([totals.killed, totals.injured].slice(0, columns.length)).toEqual(sums);
  }
}
