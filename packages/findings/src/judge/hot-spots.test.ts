import { randomCounts } from '@monitor/statistics/random-counts';
import { expect, test } from 'vitest';
import { type HotSpotsInput, type HotSpotUnit, hotSpots } from './hot-spots.ts';
import { times } from '../../../../testing/depth.ts';

const side = 10;
/** A field of a hundred square units, each with up to four neighbours. */
function field(valueOf: (x: number, y: number) => number): HotSpotUnit[] {
  const idOf = (x: number, y: number) => `${x},${y}`;
  return Array.from({ length: side ** 2 }, (_, at) => {
    const [x, y] = [at % side, Math.floor(at / side)];
    const near = [idOf(x - 1, y), idOf(x + 1, y), idOf(x, y - 1), idOf(x, y + 1)];
    return { id: idOf(x, y), value: valueOf(x, y), neighbours: near };
  });
}
const exactly = (exact: number): HotSpotsInput['incidents'] => ({ exact, settlement: 0, region: 0 });
const random = randomCounts(5);
/** A Poisson count with this mean. */
const about = (mean: number) => random(mean, 1);

test('a corner with many incidents is hot, and its middle is named first', () => {
  const units = field((x, y) => (x < 3 && y < 3 ? 40 : about(3)));
  const found = hotSpots({ units, incidents: exactly(600) });
  if (found.kind !== 'found') throw new Error(found.kind);
  expect(found.hot).toEqual(expect.arrayContaining(['0,0', '1,1', '0,1', '1,0']));
  expect(['1,1', '0,1', '1,0']).toContain(found.hot[0]);
  expect(found.hot.every((id) => id.split(',').every((part) => Number(part) <= 3))).toBe(true);
  expect(found.units.find(({ id }) => id === '1,1')).toMatchObject({ spot: { kind: 'hot', chance: 0.01 } });
  expect(found.units.flatMap(({ id, spot }) => (spot ? [id] : [])).toSorted()).toEqual([...found.hot, ...found.cold].toSorted());
  expect(found.alike?.i).toBeGreaterThan(0.3);
  expect(found.alike?.p).toBeLessThan(0.001);
});

test('an empty corner among many incidents is cold', () => {
  const found = hotSpots({ units: field((x, y) => (x < 4 && y < 4 ? 0 : 20 + about(3))), incidents: exactly(2000) });
  if (found.kind !== 'found') throw new Error(found.kind);
  expect(found.cold).toContain('1,1');
  expect(found.hot).toEqual([]);
});

test('incidents spread at random have spots in hardly any of many maps', () => {
  const maps = Array.from({ length: times(30, 100) }, () => hotSpots({ units: field(() => about(4)), incidents: exactly(350) }));
  const withSpots = maps.filter((found) => found.kind === 'found' && found.hot.length + found.cold.length > 0);
  expect(withSpots.length / maps.length).toBeLessThanOrEqual(0.1);
});

test('one unit with very many incidents makes no hot spot of those around it', () => {
  const found = hotSpots({ units: field((x, y) => (x === 5 && y === 5 ? 900 : about(1))), incidents: exactly(1000) });
  expect(found).toMatchObject({ kind: 'found', hot: [] });
});

test('a unit without neighbours has no score', () => {
  const units = [...field(() => about(4)), { id: 'island', value: 500, neighbours: [] }];
  const found = hotSpots({ units, incidents: exactly(900) });
  expect(found.kind === 'found' && found.units.at(-1)).toEqual({ id: 'island', z: null, p: null, spot: null });
});

test('it says why there is nothing to show', () => {
  const units = field(() => about(4));
  expect(hotSpots({ units: units.slice(0, 29), incidents: exactly(99) })).toEqual({ kind: 'too_few_units', count: 29, least: 30 });
  expect(hotSpots({ units, incidents: exactly(29) })).toEqual({ kind: 'too_few_incidents', count: 29, least: 30 });
  expect(hotSpots({ units: field(() => 3), incidents: exactly(300) })).toEqual({ kind: 'all_alike' });
});

test('units within settlements need exact points; larger ones and regions do not', () => {
  const units = field((x) => x);
  const incidents = { exact: 80, settlement: 20, region: 0 };
  expect(hotSpots({ units, incidents, unitMetres: 400 })).toEqual({
    kind: 'not_precise',
    settlement: 20,
    incidents: 100,
    leastMetres: 5000,
  });
  expect(hotSpots({ units, incidents, unitMetres: 8000 }).kind).toBe('found');
  expect(hotSpots({ units, incidents }).kind).toBe('found');
  expect(hotSpots({ units, incidents: { ...incidents, settlement: 8 }, unitMetres: 400 }).kind).toBe('found');
});

test('two units of one id are refused', () => {
  const [first, ...others] = field((x) => x);
  expect(() => hotSpots({ units: [first!, first!, ...others], incidents: exactly(99) })).toThrow('Two units have the same id');
});
