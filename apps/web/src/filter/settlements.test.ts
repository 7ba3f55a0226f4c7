import { expect, test } from 'vitest';
import { settlementIn } from './settlements.ts';

const at = (name: string, lon: number, lat: number) => ({ name, lon, lat, jurisdiction: 'RS', population: 100_000 });
const settlements = [at('Beograd', 20.465, 44.804), at('Zemun', 20.4, 44.84), at('Niš', 21.9, 43.32)];

test('an area is named by the largest settlement in it, or else by the nearest to its middle', () => {
  expect(settlementIn(settlements, [20.3, 44.7, 20.6, 44.9])).toBe('Beograd');
  expect(settlementIn(settlements, [20.38, 44.83, 20.41, 44.85])).toBe('Zemun');
  expect(settlementIn(settlements, [21.95, 43.33, 21.97, 43.35])).toBe('Niš');
});

test('a large area, and one far from any settlement, has no name', () => {
  expect(settlementIn(settlements, [18, 41, 23, 46])).toBeUndefined();
  expect(settlementIn(settlements, [23, 43, 23.1, 43.1])).toBeUndefined();
  expect(settlementIn(settlements, [179, -18, -179, -17])).toBeUndefined();
});
