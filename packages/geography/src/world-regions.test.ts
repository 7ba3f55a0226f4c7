import { foldText } from '@monitor/domain';
import { expect, test } from 'vitest';
import { loadGazetteer } from './gazetteer.ts';
import { readWorldFile } from './gazetteer/read-data.ts';
import { regionIndex } from './gazetteer/region-index.ts';
import { jurisdictions } from './jurisdictions.ts';
import { isHome } from './regions.ts';

/* Whether names, codes, outlines and settlements of regions elsewhere fit together. */

const gazetteer = await loadGazetteer();
const files = jurisdictions.filter(({ code }) => !isHome(code)).map(({ code }) => ({ code, ...readWorldFile(code) }));

test.each([
  ['Cairo', 31.24, 30.04, 'EG-C'],
  ['Lagos', 3.4, 6.45, 'NG-LA'],
  ['Nairobi', 36.82, -1.29, 'KE-110'],
  ['Johannesburg', 28.04, -26.2, 'ZA-GP'],
  ['Kinshasa', 15.31, -4.32, 'CD-KN'],
  ['Cebu City', 123.89, 10.32, 'PH-CEB'],
  ['Davao', 125.61, 7.07, 'PH-DAV'],
  ['Zamboanga', 122.08, 6.91, 'PH-ZAN'],
  ['Manila', 120.98, 14.6, 'PH-00'],
  ['Makati City', 121.03, 14.55, 'PH-00'],
  ['Quezon City', 121.05, 14.65, 'PH-00'],
  ['Mumbai', 72.88, 19.07, 'IN-MH'],
  ['Kabul', 69.17, 34.53, 'AF-KAB'],
  ['Gardez', 69.23, 33.6, 'AF-PIA'],
  ['Osaka', 135.5, 34.69, 'JP-27'],
  ['Istanbul', 28.98, 41.01, 'TR-34'],
  ['Moscow', 37.62, 55.75, 'RU-MOW'],
  ['Khimki', 37.44, 55.9, 'RU-MOS'],
  ['Stockholm', 18.06, 59.33, 'SE-AB'],
  ['Trondheim', 10.4, 63.43, 'NO-16'],
  ['Paris', 2.35, 48.85, 'FR-75'],
  ['Marseille', 5.38, 43.3, 'FR-13'],
  ['Miskolc', 20.79, 48.1, 'HU-MI'],
  ['Toronto', -79.38, 43.65, 'CA-ON'],
  ['Los Angeles', -118.24, 34.05, 'US-CA'],
  ['Guadalajara', -103.34, 20.67, 'MX-JAL'],
  ['Mexico City', -99.13, 19.43, 'MX-CMX'],
  ['Bogotá', -74.08, 4.61, 'CO-DC'],
  ['Lima', -77.04, -12.05, 'PE-LIM'],
  ['São Paulo', -46.63, -23.55, 'BR-SP'],
  ['Sydney', 151.2, -33.87, 'AU-NSW'],
  ['Auckland', 174.76, -36.85, 'NZ-AUK'],
])('%s is in its region by name, by point and by a point beside its centre', (name, lon, lat, code) => {
  const jurisdiction = code.slice(0, 2);
  expect(gazetteer.findPlace(name, { jurisdiction })?.region).toBe(code);
  expect(gazetteer.locate(lon, lat)).toEqual({ jurisdiction, region: code });
  expect(gazetteer.locate(lon + 0.02, lat + 0.005)).toEqual({ jurisdiction, region: code });
});

test.each([
  ['Metro Manila', 'PH-00'],
  ['Manila', 'PH-00'],
  ['Cebu', 'PH-CEB'],
  ['Ciudad de México', 'MX-CMX'],
  ['Distrito Federal', 'MX-CMX'],
  ['Moscow', 'RU-MOW'],
  ['Moskva', 'RU-MOW'],
  ['Moscow Oblast', 'RU-MOS'],
  ['Moskovskaya', 'RU-MOS'],
  ['Wirral', 'GB-WRL'],
  ['Halton', 'GB-HAL'],
])('%s is the region %s', (name, code) => {
  expect(gazetteer.findRegion(name, code.slice(0, 2))).toBe(code);
});

test('no two regions of a location have the same name', () => {
  for (const { code, regions } of files) {
    const names = regions.map(([, name]) => name);
    expect(
      names.filter((name, index) => names.indexOf(name) !== index),
      code,
    ).toEqual([]);
  }
});

test('settlements lie in the outline of their region or near it', () => {
  const strays = files.filter(({ code, outlines, entries }) => {
    if (outlines === null) return false;
    const { regionAt } = regionIndex(outlines);
    return entries.some(({ place: { lon, lat, region } }) => {
      const found = regionAt(lon, lat, code);
      if (region === null || found === undefined || found === region) return false;
      return !around(lon, lat).some((point) => regionAt(...point, code) === region);
    });
  });
  // Parishes and towns that are too small for our outlines.
  expect(strays.map(({ code }) => code).toSorted()).toEqual(['BM', 'MT', 'NR', 'SC', 'SM']);
});

/** Points around a settlement up to 18 km from it. */
function around(lon: number, lat: number): [number, number][] {
  const steps = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6].map((step) => (3 * step) / 111);
  return steps.flatMap((north) =>
    steps.map((east): [number, number] => [lon + east / Math.cos((lat * Math.PI) / 180), lat + north]),
  );
}

/** Regions that are called like a city, and of them those that the largest city of the name does not lie in. */
function namesakes(code: string) {
  const { regions, entries } = files.find((file) => file.code === code)!;
  const largest = new Map<string, { region: string | null; population: number }>();
  for (const { place, names } of entries) {
    for (const name of [place.name, ...names.split('|')].map(foldText)) {
      if (place.population > (largest.get(name)?.population ?? 20_000)) largest.set(name, place);
    }
  }
  const called = regions.filter(([, name]) => largest.has(foldText(name)));
  return { all: called.length, elsewhere: called.filter(([region, name]) => largest.get(foldText(name))?.region !== region) };
}

test('a region that is called like a city is nearly always the one with that city', () => {
  // With fewer names to go by, chance decides: Washington and Oregon are states, and cities of other states.
  const found = files.map(({ code }) => ({ code, ...namesakes(code) })).filter(({ all }) => all >= 8);
  expect(found.length).toBeGreaterThan(30);
  expect(found.filter(({ all, elsewhere }) => elsewhere.length > all / 4)).toEqual([]);
});
