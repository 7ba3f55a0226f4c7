import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AreaLiteral, filterQuery, type IncidentList, sorts } from '@monitor/contract';
import { expressionText } from '../../../packages/contract/testing/arbitrary-expression.ts';
import {
  dimensionNames,
  type Filter,
  type IncidentDraft,
  isSensitive,
  measureNames,
  partOfDayOf,
  tileMarks,
  unknownPublication,
  withheld,
} from '@monitor/domain';
import { anyDraft, anyFilter } from '../../../packages/domain/testing/arbitraries.ts';
import { writeRecord } from '@monitor/engine';
import { actingAs, openDatabase, publicId } from '@monitor/store';
import { withEdition } from '../../cli/src/publish/read-edition.ts';
import { deep, times } from '../../../testing/depth.ts';
import { fixtureSettlements, referenceData, towns } from '../../../packages/store/database-tests/reference-fixture.ts';
import { importDrafts, testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { filesOf } from './exported-rows.ts';
import { type StartedApp, startTestApp, useTestApp } from './test-app.ts';

/*
 * There are two worlds. In each, every sensitive incident happened at another point of the same settlement, across the border of its region, at another minute of the
 * same part of the day, and is known from another link; and its file has the incidents the other way round, so that
 * nobody who has the file finds a sensitive incident by its neighbours. Somebody who knows both and may ask whatever he likes must not find out in which
 * he is: each answer has the same bytes in both. So no answer, nor any number of them put together, narrows down where a person was
 * below the settlement: one that did would have to differ where the point does. The same holds for what he learns from the difference
 * between two versions, since each of them tells the worlds apart no more than the other.
 */

const places = towns;
const regionsOf = new Map(
  places.map(({ jurisdiction }) => [
    jurisdiction,
    referenceData.regions.filter((one) => one.jurisdiction === jurisdiction).map(({ code }) => code),
  ]),
);
type World = 'one' | 'other';
const worlds = ['one', 'other'] as const satisfies readonly World[];
/**
 * From the first version to the second, the point, time and link of every incident are corrected. To the third and the fourth, those of
 * the sensitive ones are corrected in one world alone, to the fourth nothing else: not even that there was something to correct is public.
 */
const versions = [1, 2, 3, 4] as const;
type Version = (typeof versions)[number];
/** Which of the spots of an incident is that of a version. */
const spotsOf = { anywhere: [0, 1, 2, 2], one: [3, 4, 4, 4], other: [5, 6, 7, 8] } as const;

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
        minLength: 9,
        maxLength: 9,
      },
    ),
  }),
  { numRuns: times(40, 300), seed: 21 },
);

function incidentsOf(world: World, version: Version): IncidentDraft[] {
  return plans.map(({ at, part, draft, spots }, number) => {
    const { jurisdiction, region, lon, lat } = places[at]!;
    // What is not sensitive is the same in both worlds, so that it is only the others that could tell them apart.
    const hasWorlds = isSensitive(draft);
    const { east, north, minute } = spots[spotsOf[hasWorlds ? world : 'anywhere'][version - 1]!]!;
    const local_time = `${String(part).padStart(2, '0')}:${minute}`;
    const street = `Ulica ${east + 1000}${north + 1000}`;
    // Its point lies in another region in the other world: settlements are near borders.
    const crossed =
      hasWorlds && world === 'other' ? (regionsOf.get(jurisdiction)?.find((one) => one !== region) ?? region) : region;
    const link = `${world === 'other' && hasWorlds ? 8 : 7}${east + 1000}/news/${north + 1000}`;
    return {
      ...draft,
      source_key: `case-${number}`,
      country: jurisdiction,
      region: crossed,
      place: null,
      withheld_place: street,
      lon: Number((lon + east / 10_000).toFixed(6)),
      lat: Number((lat + north / 10_000).toFixed(6)),
      exact_lon: null,
      exact_lat: null,
      place_precision: 'exact',
      date_precision: 'day',
      local_time,
      part_of_day: partOfDayOf(local_time),
      sources: [{ ...unknownPublication, kind: 'media', publisher: 'Daily', url: `https://example.org/news/${link}` }],
    };
  });
}

const withheldOf = (world: World, version: Version) =>
  incidentsOf(world, version).map((draft) => withheld(draft, fixtureSettlements));
/** In the order of the file. */
const stored = (world: World, version: Version) =>
  world === 'one' ? withheldOf(world, version) : withheldOf(world, version).toReversed();
/** Where sensitive incidents happened: the attacker has his suspicions. */
const suspected = worlds.flatMap((world) =>
  versions.flatMap((version) =>
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
const anyLiteral: fc.Arbitrary<AreaLiteral> = fc.oneof(
  anyBox.map((bbox) => ({ bbox })),
  anyRing.map((ring) => ({ type: 'Polygon' as const, coordinates: [[...ring, ring[0]!]] })),
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
    weight: 2,
    arbitrary: fc
      .tuple(anySelection, anySelection, fc.constantFrom('csv', 'geojson'))
      .map(([query, other, format]) => `/api/v1/incidents.${format}?${joined(query, `against=${encodeURIComponent(other)}`)}`),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(anyLiteral, fc.boolean(), fc.integer({ min: 1, max: 30 })).map(([literal, out, limit]) => {
      const area = expressionText({ op: 's_intersects', args: [{ property: 'geometry' }, literal] });
      return `/ogc/collections/${testDataset.slug}/items?limit=${limit}&filter=${encodeURIComponent(out ? `NOT (${area})` : area)}`;
    }),
  },
);

/** Tiles that nearly all incidents are on, of each kind. */
const wideTiles = ['0/0/0', '2/2/1', '3/4/2', '4/8/5', '5/17/11', '6/35/23'].flatMap((tile) =>
  tileMarks.map((marks) => `/api/v1/tiles/${tile}.mvt?marks=${marks}`),
);

/** There are few enough of these to ask each. */
const fixedQuestions = [
  ...wideTiles,
  ...[3, 8].map((level) => `/api/v1/hexagons?level=${level}`),
  ...ids.map((id) => `/api/v1/incidents/${id}`),
  ...[
    '/signals',
    '/signals.atom',
    '/signals.csv',
    '/indicators',
    '/indicators.csv',
    '/datasets',
    '/incidents.xlsx',
    '/incidents.zip',
    '/incidents.parquet',
  ].map((path) => `/api/v1${path}`),
  '/catalog.jsonld',
  `/ogc/collections/${testDataset.slug}/items?limit=1000`,
];

const apps = {
  one: useTestApp(stored('one', 1), { withSignals: true }),
  other: useTestApp(stored('other', 1), { withSignals: true }),
};
/** What answers in each world. */
const servers: Record<World, Pick<StartedApp, 'app'>> = { ...apps };

/** When each version was imported into a world. */
const imported = { one: [] as number[], other: [] as number[] };

const moments = /20\d\d-\d\d-\d\d[T ]\d\d:\d\d:[\d.]+(?:Z|[+-]\d\d(?::?\d\d)?)?/g;

/** The text with the number of the import, where it says at which moment something was imported. */
function withoutMoments(world: World, text: string): string {
  return text.replace(moments, (moment) => {
    // A moment in whole seconds can be before the start of its import.
    const late = moment.includes('.') ? 0 : 999;
    return `import ${imported[world].filter((start) => start <= Date.parse(moment) + late).length}`;
  });
}

interface Answer {
  readonly status: number;
  readonly headers: object;
  readonly bytes: Buffer;
}

/** The answer without its entity tag, which is of its database, and without the time of day. */
async function ask(world: World, question: string): Promise<Answer> {
  const { statusCode: status, headers, rawPayload: bytes } = await servers[world].app.inject(question);
  const { etag: _etag, date: _date, ...others } = headers;
  return { status, headers: others, bytes };
}

/** The texts of a packed file, which also says when it was packed. */
async function textOf(bytes: Buffer): Promise<string> {
  const isPacked = bytes.subarray(0, 2).toString('latin1') === 'PK';
  return isPacked ? JSON.stringify([...(await filesOf(bytes))]) : bytes.toString('latin1');
}

const timeless = async (world: World, { status, headers, bytes }: Answer) => ({
  status,
  headers: withoutMoments(world, JSON.stringify(headers)),
  body: withoutMoments(world, await textOf(bytes)),
});

/** Asks in both worlds, and returns the answer. */
async function expectNoDifference(question: string): Promise<Answer> {
  const [one, other] = await Promise.all([ask('one', question), ask('other', question)]);
  expect([question, [200, 204].includes(one.status)]).toEqual([question, true]);
  // Most answers have no moments, and are compared as they are.
  if (!one.bytes.equals(other.bytes) || !isDeepStrictEqual(one.headers, other.headers) || one.status !== other.status)
    expect({ question, ...(await timeless('one', one)) }).toEqual({ question, ...(await timeless('other', other)) });
  return one;
}

/** What is in the files of a published site, by their names without the hashes of their bytes, and with numbers of imports for moments. */
async function publishedTexts(world: World): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const keep = async (name: string, bytes: Uint8Array) => {
    const text = (name.endsWith('.bin') ? gunzipSync(bytes) : Buffer.concat(blocksOf(bytes))).toString('latin1');
    texts.set(name.replace(/-[0-9a-f]{16}\./, '.'), withoutMoments(world, text));
  };
  await withEdition(apps[world].database, new AbortController().signal, (edition) =>
    writeRecord({ ...edition, publisher: 'Test', contact: undefined, licence: undefined }, keep),
  );
  return texts;
}

async function expectNoDifferentFile(): Promise<void> {
  const [one, other] = await Promise.all(worlds.map(publishedTexts));
  expect([...one!.keys()]).toEqual([...other!.keys()]);
  for (const [name, text] of one!) expect(text, name).toBe(other!.get(name));
  expect(one!.size).toBeGreaterThan(10);
}

/** What is in the blocks of a file of records. */
function blocksOf(bytes: Uint8Array): Buffer[] {
  const head = new DataView(bytes.buffer, bytes.byteOffset);
  const ends = Array.from({ length: head.getUint32(0, true) }, (_, at) => head.getUint32(4 * (at + 1), true));
  return ends.map((end, at) => gunzipSync(bytes.subarray(at === 0 ? 4 * (ends.length + 1) : ends[at - 1], end)));
}

/** Asks, and where the list goes on, for the next page too. Returns whether there was something to be told. */
async function askOn(question: string): Promise<boolean> {
  const { status, bytes } = await expectNoDifference(question);
  if (question.startsWith('/api/v1/incidents?')) {
    const { nextCursor } = JSON.parse(bytes.toString()) as IncidentList;
    if (nextCursor !== null) await expectNoDifference(`${question.replace(/&offset=\d+/, '')}&cursor=${nextCursor}`);
  }
  return status === 200;
}

test('the worlds differ, and in more than a third of the incidents', () => {
  const [one, other] = worlds.map((world) => incidentsOf(world, 1));
  expect(one!.filter((draft, at) => JSON.stringify(draft) !== JSON.stringify(other![at])).length).toBeGreaterThan(plans.length / 3);
  expect(
    withheldOf('one', 1)
      .filter(isSensitive)
      .map(({ place, lon, lat }) => [place, lon, lat]),
  ).toEqual(
    withheldOf('other', 1)
      .filter(isSensitive)
      .map(({ place, lon, lat }) => [place, lon, lat]),
  );
});

/** How many are asked at once: while the database finds one answer, the others are compared. */
const together = 5;

const chunked = <Item>(items: readonly Item[], size: number) =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));

async function bringTo(world: World, version: Version): Promise<void> {
  imported[world].push(version === 1 ? 0 : Date.now());
  if (version === 1) return;
  await importDrafts(apps[world].database, stored(world, version));
  await apps[world].caughtUp();
}

/** A new server reads the incidents in the order in which the database keeps them, which is that of their last changes. */
async function startAnew(world: World): Promise<void> {
  const reader = await openDatabase(await actingAs(apps[world].database, apps[world].url, 'monitor_reader'));
  const started = await startTestApp(reader, { withSignals: true });
  servers[world] = started;
  stops.push(started.stop, () => reader.close());
}

const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of stops) await stop();
});

/** After which versions questions are asked. The history of the last has all that was corrected before. */
const askedAfter: readonly (readonly Version[])[] = deep ? [[1], [2], [3], [4]] : [[1, 2, 3, 4]];
const stages = [...askedAfter.map((after) => ({ after, anew: false })), { after: [], anew: true }];

describe.each(stages)('versions $after of the data, with a new server: $anew', ({ after, anew }) => {
  beforeAll(async () => {
    for (const world of worlds) {
      for (const version of after) await bringTo(world, version);
      if (anew) await startAnew(world);
    }
  });

  test('no record, and nothing else of which there is one, tells the worlds apart', async () => {
    for (const questions of chunked(fixedQuestions, together)) await Promise.all(questions.map(expectNoDifference));
    expect(fixedQuestions.length).toBeGreaterThan(ids.length);
  });

  test('no file of a published site tells the worlds apart', expectNoDifferentFile);

  test('no answer tells the worlds apart', async () => {
    let [asked, found] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(anyQuestion, { minLength: together, maxLength: together }), async (questions) => {
        const told = await Promise.all(questions.map(askOn));
        asked += told.length;
        found += told.filter(Boolean).length;
      }),
      { numRuns: times(8, 50) },
    );
    expect(found).toBeGreaterThan(asked / 2);
  });
});

test('no file of a published site tells the worlds apart where those of a location were retracted', async () => {
  for (const world of worlds) {
    const { connections } = apps[world].database;
    const retracted = await connections`update incidents set status = 'retracted' where published and country = 'RS' returning 1`;
    expect(retracted.length).toBeGreaterThan(5);
  }
  await expectNoDifferentFile();
});
