import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genericFormat } from '../generic/generic-format.ts';
import { readMapping } from '../generic/read-mapping.ts';
import { ImportReport } from '../import-report.ts';
import { readAll, testFile } from '../../testing/test-files.ts';
import { StrayPoints } from './stray-points.ts';

const bishkek = { lon: 74.5847, lat: 42.8723 };

/** Points around one, up to half a degree away. */
function around({ lon, lat }: typeof bishkek, count = 40) {
  return Array.from({ length: count }, (_, at) => ({ lon: lon + ((at % 7) - 3) / 7, lat: lat + ((at % 5) - 2) / 5 }));
}

function strays(...points: readonly (typeof bishkek)[]) {
  const found = new StrayPoints();
  for (const point of points) found.add(point, false);
  for (const point of around(bishkek)) found.add(point, true);
  return found.found;
}

describe('a point in no location', () => {
  it.each([
    ['the longitude seems to lack a digit', { lon: 4.5847, lat: 42.8723 }],
    ['the longitude seems to lack a digit', { lon: 7.5847, lat: 42.8723 }],
    ['the latitude seems to lack a digit', { lon: 74.5847, lat: 2.8723 }],
    ['two digits of the longitude seem to be swapped', { lon: 47.5847, lat: 42.8723 }],
    ['two digits of the latitude seem to be swapped', { lon: 74.5847, lat: 24.8723 }],
    ['the longitude seems to have the wrong sign', { lon: -74.5847, lat: 42.8723 }],
    ['the latitude seems to have the wrong sign', { lon: 74.5847, lat: -42.8723 }],
    ['the latitude and longitude seem to be swapped', { lon: 42.8723, lat: 74.5847 }],
  ])('has a hint where that puts it among the others: %s', (text, point) => {
    const at = ({ lat, lon }: typeof bishkek) => `latitude ${lat.toFixed(2)}, longitude ${lon.toFixed(2)}`;
    expect(strays(point)).toEqual({
      points: 1,
      hints: [{ text, points: 1, from: at(point), to: 'latitude 42.87, longitude 74.58' }],
    });
  });

  it('has none where nothing does', () => {
    expect(strays({ lon: -20.11, lat: -33.33 })).toEqual({ points: 1, hints: [] });
    expect(strays()).toBeUndefined();
  });

  it('has a hint wherever a digit of the degrees is lost, and no more hints than points', () => {
    // Of 105, the first digit takes a second one with it.
    const degrees = (most: number) =>
      fc
        .integer({ min: 10, max: most })
        .filter((whole) => !/^10./.test(String(whole)))
        .map((whole) => whole + 0.4321);
    fc.assert(
      fc.property(
        fc.record({ lon: degrees(179), lat: degrees(89) }),
        fc.nat(1),
        fc.integer({ min: 1, max: 50 }),
        (point, digit, times) => {
          const lost = { ...point, lon: Number(`${point.lon}`.slice(0, digit) + `${point.lon}`.slice(digit + 1)) };
          const found = new StrayPoints();
          for (const one of around(point)) found.add(one, true);
          for (let time = 0; time < times; time += 1) found.add(lost, false);
          const { points = 0, hints = [] } = found.found ?? {};
          expect(points).toBe(times);
          expect(hints.map((hint) => hint.points)).toEqual([times]);
        },
      ),
    );
  });
});

describe('an import', () => {
  const mapping = (country: string) => `dataset: { slug: my-city, title: My city, licence: CC0-1.0, attribution: Nobody }
incident: { source_key: id, occurred_on: day, type: { value: other }, lat: lat, lon: lon${country} }
`;
  const rows = [...around(bishkek), { lon: 4.5847, lat: 42.8723 }, { lon: 4.5847, lat: 42.8723 }];
  const path = () => testFile(['id,day,lat,lon', ...rows.map(({ lat, lon }, at) => `${at},2023-05-03,${lat},${lon}`)].join('\n'));
  const read = (country: string) => readAll(path(), genericFormat(readMapping(mapping(country), 'city.yaml')));

  it('rejects them if nothing else says where it was, and says what may be wrong', async () => {
    const { drafts, rejected, strays: found } = await read('');
    expect(drafts.map(({ draft }) => draft.country).filter((country) => country === 'FR')).toEqual([]);
    expect(rejected.map(({ reasons }) => reasons.map(({ kind }) => kind))).toEqual([['country_outside'], ['country_outside']]);
    expect(found).toMatchObject({ points: 2, hints: [{ text: 'the longitude seems to lack a digit', points: 2 }] });
  });

  it('keeps the location that the mapping says, without the point', async () => {
    const { drafts, strays: found } = await read(', country: { value: KG }');
    const last = drafts.slice(-2);
    expect(last.map(({ draft: { country, lon, exact_lon } }) => [country, lon, exact_lon])).toEqual([['KG', null, null], ['KG', null, null]]); // prettier-ignore
    expect(last.map(({ warnings }) => warnings.map(({ kind }) => kind))).toEqual([['point_nowhere'], ['point_nowhere']]);
    expect(found?.points).toBe(2);
    const report = new ImportReport();
    for (const result of [...drafts, { kind: 'strays', ...found! } as const]) report.add(result);
    expect(report.text()).toContain(`Points in no location, and what may be wrong with them:
           2 the longitude seems to lack a digit: latitude 42.87, longitude 74.58 would be among the other points, and latitude 42.87, longitude 4.58 is not`);
    expect(report.text()).toContain(
      '2 Point in no location, such as one at sea more than 50 km from land: point left out, incident kept',
    );
  });
});
