import { expect, test } from 'vitest';
import type { Settlement } from '../filter/settlements.ts';
import { isWide, nearestSettlement } from './settlements.ts';

const nis: Settlement = { name: 'Niš', jurisdiction: 'RS', population: 250_000, lon: 21.9, lat: 43.32 };
const aleksinac: Settlement = { name: 'Aleksinac', jurisdiction: 'RS', population: 17_000, lon: 21.71, lat: 43.54 };
const sofia: Settlement = { name: 'Sofia', jurisdiction: 'BG', population: 1_150_000, lon: 23.32, lat: 42.7 };
const all = [nis, aleksinac, sofia];
const nameAt = (lon: number, lat: number, jurisdiction: string, zoom: number) =>
  nearestSettlement(all, { lon, lat }, jurisdiction, zoom)?.name;

test('from afar the nearest large settlement names the place, closer by a smaller one', () => {
  expect(nameAt(21.72, 43.53, 'RS', 5)).toBe('Niš');
  expect(nameAt(21.72, 43.53, 'RS', 8)).toBe('Aleksinac');
});

test('never one of another location, nor one far away', () => {
  expect(nameAt(23.3, 42.7, 'RS', 5)).toBeUndefined();
  expect(nameAt(21.9, 43.8, 'RS', 5)).toBeUndefined();
  expect(nameAt(21.9, 43.7, 'RS', 5)).toBe('Niš');
});

test('at one latitude a degree to the east is shorter than one to the north', () => {
  const east = { ...nis, name: 'east', lon: nis.lon + 0.5 };
  const north = { ...nis, name: 'north', lat: nis.lat + 0.4 };
  expect(nearestSettlement([north, east], nis, 'RS', 5)?.name).toBe('east');
});

test('what is gathered from most of a location is not around one settlement', () => {
  const inKosovo = (bounds: [number, number, number, number]) => isWide({ bounds });
  expect(inKosovo([20.2, 42, 21.6, 43.1])).toBe(true);
  expect(inKosovo([20.8, 42.3, 21.0, 42.45])).toBe(false);
  expect(inKosovo([20.8, 42.3, 20.8, 42.3])).toBe(false);
});
