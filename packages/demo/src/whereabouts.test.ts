import type { Gazetteer, Place } from '@monitor/geography/gazetteer';
import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { inDrawnRegion, jitter } from './whereabouts.ts';

const inland: Place = { id: 1, name: 'Inland', jurisdiction: 'RS', region: 'RS-12', lon: 20.9, lat: 44.01, population: 900 };
const port: Place = { id: 2, name: 'Port', jurisdiction: 'AL', region: 'AL-02', lon: 19.455, lat: 41.323, population: 120_000 };

const gazetteer = (locate: Gazetteer['locate']): Gazetteer => ({
  places: [inland, port],
  locate,
  nearestPlace: () => undefined,
  findPlace: () => undefined,
  findRegion: () => undefined,
  searchPlaces: () => [],
  otherNames: () => [],
  isNearRegion: () => false,
});
/** A gazetteer for which every point lies with the place, as it does off a coast. */
const around = ({ jurisdiction, region }: Place) => gazetteer(() => ({ jurisdiction, region }));

test('points lie all around a settlement, a village’s within 2 km', () => {
  const random = seededRandom(1);
  const points = Array.from({ length: 200 }, () => jitter(random, around(inland), inland));
  const perDegreeEast = 111.2 * Math.cos((inland.lat * Math.PI) / 180);
  const east = points.map((point) => perDegreeEast * ((point?.lon ?? 0) - inland.lon));
  const north = points.map((point) => 111.2 * ((point?.lat ?? 0) - inland.lat));
  for (const kilometres of [east, north]) {
    expect(Math.max(...kilometres)).toBeGreaterThan(1.5);
    expect(Math.min(...kilometres)).toBeLessThan(-1.5);
    expect(Math.max(...kilometres.map(Math.abs))).toBeLessThan(2.05);
  }
});

test('no point of a port lies in the sea that the map draws', () => {
  const random = seededRandom(1);
  const points = Array.from({ length: 300 }, () => jitter(random, around(port), port)).filter((point) => point !== undefined);
  expect(points.length).toBeGreaterThan(150);
  expect(inDrawnRegion(port.lon - 0.1, port.lat, 'AL-02')).toBe(false);
  for (const { lon, lat } of points) expect(inDrawnRegion(lon, lat, 'AL-02')).toBe(true);
});

test('no point is given where the surroundings belong to another jurisdiction or region', () => {
  const random = seededRandom(1);
  const abroad = gazetteer(() => ({ jurisdiction: 'BA', region: null }));
  const otherRegion = gazetteer(() => ({ jurisdiction: 'RS', region: 'RS-13' }));
  expect(jitter(random, abroad, inland)).toBeUndefined();
  expect(jitter(random, otherRegion, inland)).toBeUndefined();
});

test('a region that the map does not draw is no obstacle', () => {
  expect(inDrawnRegion(0, 0, 'XX-00')).toBe(true);
});
