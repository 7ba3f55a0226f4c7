import type { Summary } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { expect, test } from 'vitest';
import type { View } from './explore-state.ts';
import { layerNames, missingOnMap, neededPlace } from './pictures.ts';

const region = [
  { value: 'RS-00', incidents: 60, killed: 0, injured: 0 },
  { value: 'ME-10', incidents: 28, killed: 0, injured: 0 },
];
/** Of 100 incidents 15 have no point, and 12 of these no region either. */
const answer = { totals: { incidents: 100, withoutPoint: 15 }, facets: { region } } as unknown as Summary;
const missing = (layer: View['layer'], filter: Filter = {}, spots: View['spots'] = 'regions', of = answer) =>
  missingOnMap({ layer, spots }, of, filter);

test('marks and hexagons miss incidents without a point', () => {
  for (const layer of ['circles', 'heat', 'hexagons'] as const) expect(missing(layer)).toEqual({ without: 'point', count: 15 });
  expect(missing('hot_spots', {}, 'hexagons')).toEqual({ without: 'point', count: 15 });
});

test('pictures of regions miss only incidents without a region', () => {
  for (const layer of ['regions', 'difference', 'hot_spots'] as const)
    expect(missing(layer)).toEqual({ without: 'region', count: 12 });
});

test('where regions are chosen all incidents have one, though the list counts the other regions, too', () => {
  const ofOne = { ...answer, totals: { ...answer.totals, incidents: 28 } };
  expect(missing('regions', { region: ['ME-10'] }, 'regions', ofOne)?.count).toBe(0);
});

test('locations show every incident; an answer without counts by region says nothing of them', () => {
  expect(missing('locations')?.count).toBe(0);
  expect(missing('regions', {}, 'regions', { ...answer, facets: {} })).toBeUndefined();
});

test('it is said of every picture what it needs', () => {
  for (const layer of layerNames) expect(['point', 'region', 'location']).toContain(neededPlace({ layer, spots: 'regions' }));
});
