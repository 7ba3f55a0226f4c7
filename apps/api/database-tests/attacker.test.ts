import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { expressionText, filterQuery, type IncidentList, sorts } from '@monitor/contract';
import {
  dimensionNames,
  type Filter,
  type IncidentDraft,
  isSensitive,
  measureNames,
  partOfDayOf,
  tileMarks,
  withheld,
} from '@monitor/domain';
import { anyDraft, anyFilter } from '@monitor/domain/arbitraries';
import { publicId } from '@monitor/store';
import { fixtureSettlements, referenceData } from '../../../packages/store/database-tests/reference-fixture.ts';
import { importDrafts, testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { useTestApp } from './test-app.ts';

/*
 * There are two worlds. In each, every sensitive incident happened at another point of the same settlement, at another minute of the
 * same part of the day, and is known from another link. Somebody who knows both and may ask whatever he likes must not find out in which
 * he is: each answer has the same bytes in both. So no answer, nor any number of them put together, narrows down where a person was.
 */

const { places } = referenceData;
type World = 'one' | 'other';
const worlds = ['one', 'other'] as const satisfies readonly World[];
type Version = 1 | 2;

const plans = fc.sample(
  fc.record({
    at: fc.nat({ max: places.length - 1 }),
    part: fc.constantFrom(3, 8, 13, 21),
    draft: anyDraft('draft'),
    // Where it was in each world and version, in ten-thousandths of a degree from the centre, and the minute.
    spots: fc.array(
      fc.record({
        east: fc.integer({ min: -900, max: 900 }),
        north: fc.integer({ min: -900, max: 900 }),
        minute: fc.integer({ min: 10, max: 59 }),
      }),
      {
        minLength: 4,
        maxLength: 4,
      },
    ),
  }),
  { numRuns: 300, seed: 21 },
);

function incidentsOf(world: World, version: Version): IncidentDraft[] {
  return plans.map(({ at, part, draft, spots }, number) => {
    const { jurisdiction, region, lon, lat } = places[at]!;
    // What is not sensitive is the same in both worlds, so that it is only the others that could tell them apart.
    const hasWorlds = isSensitive(draft);
    const { east, north, minute } = spots[(hasWorlds && world === 'other' ? 2 : 0) + version - 1]!;
    const local_time = `${String(part).padStart(2, '0')}:${minute}`;
    const street = `Ulica ${east + 1000}${north + 1000}`;
    const link = `${world === 'other' && hasWorlds ? 8 : 7}${east + 1000}${north + 1000}`;
    return {
      ...draft,
      source_key: `case-${number}`,
      country: jurisdiction,
      region,
      place: street,
      lon: Number((lon + east / 10_000).toFixed(6)),
      lat: Number((lat + north / 10_000).toFixed(6)),
      exact_lon: null,
      exact_lat: null,
      place_precision: 'exact',
      date_precision: 'day',
      local_time,
      part_of_day: partOfDayOf(local_time),
      sources: [{ kind: 'media', publisher: 'Daily', url: `https://example.org/news/${link}`, published_on: null, language: null }],
    };
  });
}

const stored = (world: World, version: Version) => incidentsOf(world, version).map((draft) => withheld(draft, fixtureSettlements));
/** Where sensitive incidents happened: the attacker has his suspicions. */
const suspected = worlds.flatMap((world) =>
  ([1, 2] as const).flatMap((version) =>
    incidentsOf(world, version)
      .filter(isSensitive)
      .map(({ lon, lat }) => ({ lon: lon!, lat: lat! })),
  ),
);
const ids = plans.map((_, number) => publicId(testDataset.slug, `case-${number}`));

const degrees = (value: number) => Number(Math.min(180, Math.max(-180, value)).toFixed(6));
const anySpot = fc.constantFrom(...suspected);
const anyReach = fc.constantFrom(0.0002, 0.001, 0.005, 0.02, 0.1, 0.6);
const anyBox = fc
  .tuple(anySpot, anyReach)
  .map(
    ([{ lon, lat }, reach]) =>
      [lon - reach, lat - reach, lon + reach, lat + reach].map(degrees) as unknown as NonNullable<Filter['bbox']>,
  );
/** Corners all around a spot, or on one side of it. */
const anyRing = fc
  .tuple(
    anySpot,
    anyReach,
    fc.array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })), {
      minLength: 3,
      maxLength: 12,
    }),
  )
  .map(([{ lon, lat }, reach, corners]) =>
    corners.map(([east, north]) => [degrees(lon + east * reach), degrees(lat + north * reach)] as const),
  );
const anyCircle = fc
  .tuple(anySpot, fc.constantFrom(0.1, 0.5, 2, 10, 60))
  .map(([{ lon, lat }, km]) => ({ lon: degrees(lon), lat: degrees(lat), km }));
const anyArea: fc.Arbitrary<Filter> = fc.oneof(
  fc.constant({}),
  anyBox.map((bbox) => ({ bbox })),
  anyRing.map((within) => ({ within })),
  anyCircle.map((near) => ({ near })),
);
const anyWords = fc.constantFrom({}, {}, { q: 'ulica' }, { q: 'daily' }, { q: 'case 12' }, { q: 'example other' }, { q: 'nis' });
/** Half of the filters say no more than an area, so that most of them select something. */
const anySelection = fc
  .tuple(fc.oneof(fc.constant<Filter>({}), anyFilter({ text: false, ids })), anyArea, anyWords)
  .map(([filter, area, words]) => {
    const { bbox: _bbox, within: _within, near: _near, ...rest } = filter;
    return filterQuery({ ...rest, ...area, ...words });
  });

/** A tile that has one of the spots in it. */
const anyTile = fc.tuple(anySpot, fc.integer({ min: 0, max: 18 })).map(([{ lon, lat }, z]) => {
  const side = 2 ** z;
  const y = Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * side);
  return `${z}/${Math.min(side - 1, Math.floor(((lon + 180) / 360) * side))}/${y}`;
});

const joined = (...parts: string[]) => parts.filter((part) => part !== '').join('&');
const anyMeasure = fc.constantFrom(...measureNames);
const anyQuestion: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(anySelection, fc.subarray([...dimensionNames], { maxLength: 4 }), fc.boolean())
      .map(
        ([query, facets, hours]) =>
          `/api/v1/summary?${joined(query, `facets=${facets.join(',') || 'none'}`, hours ? 'hours=1' : '')}`,
      ),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        anySelection,
        fc.constantFrom(...sorts),
        anyMeasure,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('', 'offset=7', 'offset=90'),
      )
      .map(
        ([query, sort, measure, limit, start]) =>
          `/api/v1/incidents?${joined(query, `sort=${sort}`, `measure=${measure}`, `limit=${limit}`, start)}`,
      ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(anyTile, anySelection, fc.constantFrom(...tileMarks), anyMeasure)
      .map(([tile, query, marks, measure]) => `/api/v1/tiles/${tile}.mvt?${joined(query, `marks=${marks}`, `measure=${measure}`)}`),
  },
  { weight: 3, arbitrary: fc.constantFrom(...ids).map((id) => `/api/v1/incidents/${id}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(anySelection, fc.integer({ min: 3, max: 8 }))
      .map(([query, level]) => `/api/v1/hexagons?${joined(query, `level=${level}`)}`),
  },
  { weight: 2, arbitrary: anySelection.map((query) => `/api/v1/points?${query}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(anySelection, anyMeasure)
      .map(([query, measure]) => `/api/v1/settlements?${joined(query, `measure=${measure}`, 'spread=1')}`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(anySelection, fc.constantFrom('csv', 'ndjson', 'geojson'), fc.constantFrom(...sorts))
      .map(([query, format, sort]) => `/api/v1/incidents.${format}?${joined(query, `sort=${sort}`)}`),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(anyBox, fc.boolean()).map(([bbox, out]) => {
      const area = expressionText({ op: 's_intersects', args: [{ property: 'geometry' }, { bbox }] });
      return `/ogc/collections/${testDataset.slug}/items?limit=100&filter=${encodeURIComponent(out ? `NOT (${area})` : area)}`;
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom('/api/v1/signals', '/api/v1/indicators', '/api/v1/datasets', '/catalog.jsonld') },
);

const apps = { one: useTestApp(stored('one', 1)), other: useTestApp(stored('other', 1)) };

/** What an answer tells. When it was imported and answered is no business of the incidents. */
async function tell(world: World, question: string): Promise<{ status: number; body: string }> {
  const { statusCode, rawPayload } = await apps[world].app.inject(question);
  const body = rawPayload.toString('latin1').replace(/20\d\d-\d\d-\d\d[T ]\d\d:\d\d:[\d.]+(?:Z|[+-]\d\d(?::?\d\d)?)?/g, 'moment');
  return { status: statusCode, body };
}

async function expectNoDifference(question: string): Promise<{ status: number; body: string }> {
  const [one, other] = await Promise.all(worlds.map((world) => tell(world, question)));
  expect({ question, ...one! }).toEqual({ question, ...other! });
  return one!;
}

test('the worlds differ, and in more than a hundred incidents', () => {
  const [one, other] = worlds.map((world) => incidentsOf(world, 1));
  expect(one!.filter((draft, at) => JSON.stringify(draft) !== JSON.stringify(other![at])).length).toBeGreaterThan(100);
  expect(
    stored('one', 1)
      .filter(isSensitive)
      .map(({ place, lon, lat }) => [place, lon, lat]),
  ).toEqual(
    stored('other', 1)
      .filter(isSensitive)
      .map(({ place, lon, lat }) => [place, lon, lat]),
  );
});

describe.each([1, 2] as const)('version %s of the data', (version) => {
  beforeAll(async () => {
    if (version === 1) return;
    // Every point, time and link is corrected by a second import, so that there is a history and a difference of versions.
    for (const world of worlds) {
      await importDrafts(apps[world].database, stored(world, version));
      await apps[world].caughtUp();
    }
  });

  test('no answer tells the worlds apart', async () => {
    let telling = 0;
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (question) => {
        const { status, body } = await expectNoDifference(question);
        expect([question, [200, 204].includes(status)]).toEqual([question, true]);
        telling += status === 200 ? 1 : 0;
        if (!question.startsWith('/api/v1/incidents?')) return;
        const { nextCursor } = JSON.parse(body) as IncidentList;
        const next = question.replace(/&offset=\d+/, '');
        if (nextCursor !== null) await expectNoDifference(`${next}&cursor=${nextCursor}`);
      }),
      { numRuns: 250 },
    );
    expect(telling).toBeGreaterThan(120);
  });
});
