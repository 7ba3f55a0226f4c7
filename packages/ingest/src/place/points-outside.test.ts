import { describe, expect, it } from 'vitest';
import { readAll, testFile } from '../../testing/test-files.ts';
import { genericFormat } from '../generic/generic-format.ts';
import { readMapping } from '../generic/read-mapping.ts';

const dataset = 'dataset: { slug: my-city, title: My city, licence: CC0-1.0, attribution: Nobody, synthetic: true }\n';
const format = (rest: string) => genericFormat(readMapping(dataset + rest, 'city.yaml'));

describe('the location', () => {
  const incident = (country: string) => `incident:
  source_key: id
  occurred_on: day
  type: { value: other }
  lat: lat
  lon: lon
${country}`;
  const belgrade = ['44.81', '20.46'];
  const podgorica = ['42.44', '19.26'];
  const file = (...points: readonly (readonly string[])[]) =>
    testFile(['id,day,lat,lon,land', ...points.map((cells, at) => [at, '2023-05-03', ...cells].join(','))].join('\n'));

  it('is that of the point if the row says none, and the default without a point', async () => {
    const rows = [belgrade, [...podgorica, ''], [...belgrade, 'RS'], ['', '', ''], ['', '', 'ME']];
    for (const country of ['{ column: land, default: XK }', '{ default: XK }']) {
      const { drafts } = await readAll(
        file(...rows.map((cells) => [...cells, ''].slice(0, 3))),
        format(incident(`  country: ${country}\n`)),
      );
      const last = country.includes('land') ? 'ME' : 'XK';
      expect(drafts.map(({ draft }) => draft.country)).toEqual(['RS', 'ME', 'RS', 'XK', last]);
      expect(drafts.flatMap(({ warnings }) => warnings)).toEqual([]);
    }
  });

  it.each([
    [
      'all points',
      [podgorica, podgorica, belgrade].slice(0, 2),
      /^test\.csv: 2 of 2 points are outside the location given, so nothing is imported\. 2 are in Montenegro, not in Serbia\. /,
    ],
    [
      'more than half of the points',
      [podgorica, podgorica, belgrade, ['', ''], ['0', '0']],
      /^test\.csv: 2 of 3 points are outside/,
    ],
    ['swapped points', [belgrade.toReversed()], /The latitude and longitude seem to be swapped\. /],
  ])('stops the import if it is not that of %s', async (_, points, message) => {
    const rows = file(...points.map((cells) => [...cells, 'RS']));
    for (const country of ['{ value: RS }', 'land'])
      await expect(readAll(rows, format(incident(`  country: ${country}\n`)))).rejects.toThrow(message);
  });

  it('is kept if half of the points are in it, and the others are left out', async () => {
    const { drafts } = await readAll(file([...podgorica, ''], [...belgrade, '']), format(incident('  country: { value: RS }\n')));
    expect(drafts.map(({ draft }) => [draft.country, draft.lat !== null])).toEqual([['RS', false], ['RS', true]]); // prettier-ignore
  });
});
