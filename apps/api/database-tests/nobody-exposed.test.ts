import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { describe, expect, test } from 'vitest';
import type { IncidentDetail, IncidentList, Summary } from '@monitor/contract';
import { type IncidentDraft, isSensitive, partOfDayOf, unknownPublication, withheld } from '@monitor/domain';
import { anyDraft } from '../../../packages/domain/testing/arbitraries.ts';
import { publicId } from '@monitor/store';
import { times } from '../../../testing/depth.ts';
import { fixtureSettlements, towns } from '../../../packages/store/database-tests/reference-fixture.ts';
import { testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { rowsOf } from './csv-rows.ts';
import { useTestApp } from './test-app.ts';

/* Whatever an incident is, nothing that the public can ask for tells more of a sensitive one than its settlement and the part of the day. */

const places = towns;

/**
 * An incident as a careless source would give it: to the metre, to the minute, with a street and links. Streets and links end in its number.
 */
const careless = fc
  .tuple(
    fc.nat({ max: places.length - 1 }),
    fc.constantFrom(-1, 1),
    fc.constantFrom('03:47', '08:47', '13:47', '21:47'),
    anyDraft('draft'),
  )
  .map(([at, side, local_time, draft]) => ({ at, side, local_time, draft }));

const given = fc
  .sample(careless, { numRuns: times(30, 250), seed: 11 })
  .map(({ at, side, local_time, draft }, number): IncidentDraft => {
    const { jurisdiction, region, lon, lat } = places[at]!;
    const url = `https://example.org/news/${7_000_000 + number}`;
    return {
      ...draft,
      source_key: `careless-${number}`,
      country: jurisdiction,
      region,
      place: null,
      withheld_place: `Tajna ulica ${7_000_000 + number}`,
      // Some kilometres off the centre, in another tile than it.
      lon: Number((lon + side * (0.05 + number / 1e5)).toFixed(6)),
      lat: Number((lat + 0.03 + number / 1e5).toFixed(6)),
      exact_lon: null,
      exact_lat: null,
      place_precision: 'exact',
      date_precision: 'day',
      local_time,
      part_of_day: partOfDayOf(local_time),
      sources: [{ ...unknownPublication, kind: 'media', publisher: 'Daily', url }],
    };
  });
const sensitive = given.filter(isSensitive);
const idOf = (draft: IncidentDraft) => publicId(testDataset.slug, draft.source_key);

describe.each(['sql', 'cube'] as const)('with numbers from %s', (engine) => {
  const used = useTestApp(
    given.map((draft) => withheld(draft, fixtureSettlements)),
    { engine },
  );
  const ask = async (path: string) => {
    const response = await used.app.inject(`/api/v1${path}`);
    expect([path, [200, 204].includes(response.statusCode)]).toEqual([path, true]);
    return response;
  };
  /** The values of a row of the list, of a record, or of a row of the CSV. */
  const expectCoarse = (row: Readonly<Record<string, unknown>>, nothing: null | '') => {
    const here = places.find((place) => place.name === row.place);
    expect(here && [String(row.lon), String(row.lat)]).toEqual([String(here?.lon), String(here?.lat)]);
    expect([row.place_precision, row.local_time]).toEqual(['settlement', nothing]);
    expect(['night', 'morning', 'afternoon', 'evening']).toContain(row.part_of_day);
    // When it was imported and changed is as exact as ever.
    const { provenance: _provenance, history: _history, ...told } = row;
    // Streets and links both end in a number of seven digits from seven million. A time is a value, or the end of one; 47 years are not.
    expect(JSON.stringify(told)).not.toMatch(/tajna|ulica|["T]\d\d:47|news|careless|\b7000\d{3}\b/i);
  };

  test('there are both kinds', () => {
    expect(sensitive.length).toBeGreaterThan(given.length / 3);
    expect(given.length - sensitive.length).toBeGreaterThan(4);
  });

  test('list, record and CSV have the settlement and the part of the day', async () => {
    const { items } = (await ask('/incidents?limit=500')).json<IncidentList>();
    const rows = rowsOf((await ask('/incidents.csv')).body);
    for (const draft of sensitive) {
      const id = idOf(draft);
      const item = items.find((one) => one.id === id);
      const row = rows.find((one) => one.id === id);
      expect(item && row).toBeDefined();
      expectCoarse({ ...item }, null);
      expectCoarse({ ...row }, '');
      const record = (await ask(`/incidents/${id}`)).json<IncidentDetail>();
      expectCoarse({ ...record }, null);
      expect(record.source_details.map(({ url, publisher }) => [url, publisher])).toEqual([[null, 'Daily']]);
    }
  });

  test('a search for a street, or of a sensitive one for the identifier of the source, finds nothing', async () => {
    expect((await ask('/incidents?limit=500&q=tajna+ulica')).json<IncidentList>().total).toBe(0);
    for (const draft of sensitive) {
      for (const words of [draft.withheld_place?.split(' ').at(-1), `${idOf(draft)}+${draft.source_key.slice(0, 5)}`])
        expect((await ask(`/incidents?limit=1&q=${words}`)).json<IncidentList>().total).toBe(0);
    }
  });

  test('neither a box nor a tile finds one where it was, nor is it in an hour of the week', async () => {
    for (const draft of sensitive) {
      const [id, lon, lat] = [idOf(draft), draft.lon ?? 0, draft.lat ?? 0];
      const box = [lon - 1e-4, lat - 1e-4, lon + 1e-4, lat + 1e-4].map((degrees) => degrees.toFixed(5)).join(',');
      const summary = (await ask(`/summary?q=${id}&hours=1&facets=none`)).json<Summary>();
      expect([summary.totals.incidents, summary.hours?.known, summary.hours?.unknown]).toEqual([1, 0, 1]);
      expect((await ask(`/summary?q=${id}&bbox=${box}&facets=none`)).json<Summary>().totals.incidents).toBe(0);
      expect((await ask(`/incidents?q=${id}&bbox=${box}`)).json<IncidentList>().total).toBe(0);
      expect(await dotsAt(id, lon, lat)).toEqual([]);
      const { place } = (await ask(`/incidents/${id}`)).json<IncidentDetail>();
      const centre = places.find(({ name }) => name === place)!;
      const [dot] = await dotsAt(id, centre.lon, centre.lat);
      expect(dot?.[0]).toBeCloseTo(centre.lon, 4);
      expect(dot?.[1]).toBeCloseTo(centre.lat, 4);
    }
  });

  /** Where a tile of zoom 14 around a point draws an incident. Degrees. */
  async function dotsAt(id: string, lon: number, lat: number): Promise<(readonly [number, number])[]> {
    const z = 14;
    const x = Math.floor(((lon + 180) / 360) * 2 ** z);
    const y = Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z);
    const { statusCode, rawPayload } = await ask(`/tiles/${z}/${x}/${y}.mvt?q=${id}`);
    if (statusCode === 204) return [];
    return Object.values(new VectorTile(new PbfReader(rawPayload)).layers).flatMap((layer) =>
      Array.from({ length: layer.length }, (_, index) => layer.feature(index).toGeoJSON(x, y, z).geometry).flatMap((shape) =>
        shape.type === 'Point' ? [[shape.coordinates[0] ?? 0, shape.coordinates[1] ?? 0] as const] : [],
      ),
    );
  }
});
