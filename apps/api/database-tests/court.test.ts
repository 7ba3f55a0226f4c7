import fc from 'fast-check';
import { gridDisk, polygonToCells } from 'h3-js';
import { beforeAll, expect, test } from 'vitest';
import { demoIncidents } from '@monitor/demo';
import type { ExploreData, HexagonCounts } from '@monitor/contract';
import { parseFilter } from '@monitor/contract/without-schemas';
import type { Measure } from '@monitor/domain';
import {
  areaCodes,
  compareSides,
  concentrationNotes,
  concentrationReading,
  concentrationTitle,
  type Dataset,
  hexagonSpots,
  hotSpotsText,
  nearRepeatNotes,
  nearRepeatReading,
  nearRepeats,
  nearRepeatTitle,
  pairedReading,
  pairedReadingText,
  regionDifferences,
  regionSpots,
  settlementConcentration,
  spreadHours,
  spreadHoursNotes,
  type Voice,
  voiceOf,
} from '@monitor/findings';
import { population } from '@monitor/geography';
import land from '@monitor/geography/data/basemap-land.json' with { type: 'json' };
import neighbours from '@monitor/geography/data/region-neighbours.json' with { type: 'json' };
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { readDatasetVersion } from '@monitor/store';
import { placelessDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { importDrafts, testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { deep, times } from '../../../testing/depth.ts';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { claimOf, claims, messages } from './court/claims.ts';
import type { Court, Statement } from './court/definitions.ts';
import { recordsCompared } from './court/left-out.ts';
import { type Body, distinct, placesWhereSaid } from './court/near.ts';
import { type Counted, type Days, kinds, readRows, type Row, type Selection } from './court/record.ts';
import { saidOfSilence } from './court/silence.ts';
import { withoutClaim } from './court/without-claim.ts';
import { useTestApp } from './test-app.ts';

/*
 * A court for sentences: pages of random selections are asked for, and each message that they are made of is held to its claim, which
 * knows the record from SQL and nothing of the code that made the sentence.
 */

const last = '2025-11-30';
/** With a rise in one place and a fall in another, so that there is something to say, and nothing of a third. */
const demo = [...demoIncidents(await loadGazetteer(), { until: last, seed: 7, rows: times(4000, 8000) })].filter(
  ({ country, occurred_on }, at) => {
    const isThinned = country === 'XK' ? occurred_on < '2022-01-01' : country === 'RS' && occurred_on >= '2024-12-01';
    return country !== 'MD' && (!isThinned || at % 2 === 0);
  },
);
/** A week with clearly more than its past. */
const rise = Array.from({ length: 9 }, (_, at) => ({
  ...placelessDraft,
  source_key: `rise ${at}`,
  country: 'AL',
  type: 'criminal_context' as const,
  occurred_on: `2025-11-${11 + (at % 3)}`,
  killed: at % 2,
  injured: 1,
}));
/** So that the data goes on to the end of the month, and whole months can be compared. */
const ending = { ...placelessDraft, source_key: 'last', country: 'RS', type: 'other' as const, occurred_on: last };
const used = useTestApp([...demo, ...rise, ending], { template: ready, withSignals: true });
let rows: readonly Row[];
const statements: Statement[] = [];

beforeAll(async () => {
  // Another dataset, which ends earlier, says nothing of injured people, and has most on Friday evenings.
  const clock = ['03:15', '09:00', '15:45', '21:30'] as const;
  const parts = ['night', 'morning', 'afternoon', 'evening'] as const;
  const silent = Array.from({ length: 600 }, (_, at) => {
    const day = new Date(Date.UTC(2016, 0, 1) + ((at * 7919) % 2192) * 86_400_000);
    const part = day.getUTCDay() === 5 ? 3 : at % 4;
    return {
      ...placelessDraft,
      source_key: `silent ${at}`,
      country: 'UA',
      region: null,
      type: 'armed_conflict' as const,
      occurred_on: day.toISOString().slice(0, 10),
      // Now and then one goes on for days.
      occurred_until: at % 50 === 0 ? new Date(day.getTime() + 2 * 86_400_000).toISOString().slice(0, 10) : null,
      killed: at % 3,
      injured: null,
      local_time: clock[part]!,
      part_of_day: parts[part]!,
    };
  });
  await importDrafts(used.database, silent, { ...testDataset, slug: 'silent', title: 'Silent' });
  // One city of a location that no other data is about.
  const town = Array.from({ length: 400 }, (_, at) => ({
    ...placelessDraft,
    source_key: `town ${at}`,
    country: 'BG',
    region: 'BG-03',
    place_precision: 'region' as const,
    type: (['public_dispute', 'criminal_context', 'weapon_seizure'] as const)[at % 3]!,
    occurred_on: new Date(Date.UTC(2015, 0, 1) + Math.round((at * 3986) / 399) * 86_400_000).toISOString().slice(0, 10),
    killed: at % 2,
    injured: 1,
  }));
  await importDrafts(used.database, town, { ...testDataset, slug: 'town', title: 'Police of Varna', covers: 'Varna' });
  // A small file of a few weeks, of a place and days that other data is about.
  const words = Array.from({ length: 40 }, (_, at) => ({
    ...placelessDraft,
    source_key: `words ${at}`,
    country: 'RS',
    type: 'criminal_context' as const,
    occurred_on: new Date(Date.UTC(2025, 2, 1 + at)).toISOString().slice(0, 10),
    killed: at % 2,
    injured: 0,
  }));
  await importDrafts(used.database, words, { ...testDataset, slug: 'words', title: 'Words' });
  // Three that report injured people and numbers of weapons never, sometimes and always, each with a rise in its last week.
  for (const country of Object.keys(reporting) as (keyof typeof reporting)[]) {
    const [slug, numberOf] = reporting[country];
    const drafts = Array.from({ length: 400 }, (_, at) => ({
      ...placelessDraft,
      source_key: `${slug} ${at}`,
      country,
      region: null,
      type: (['public_dispute', 'domestic_violence', 'weapon_seizure'] as const)[at < 12 ? 0 : at % 3]!,
      occurred_on: new Date(Date.parse(last) - (at < 12 ? at % 6 : (at * 7919) % 3900) * 86_400_000).toISOString().slice(0, 10),
      killed: at % 2,
      injured: numberOf(at),
      weapons: [{ class: 'handgun' as const, count: numberOf(at), legal: 'illegal' as const, mode: null, traced: 'yes' as const }],
    }));
    await importDrafts(used.database, drafts, { ...testDataset, slug, title: `Reports ${slug}` });
  }
  await used.caughtUp();
  await used.cube!.signalsAtLeast(await readDatasetVersion(used.database), AbortSignal.timeout(300_000));
  rows = await readRows(used.database);
  // All sentences of the server are said through this.
  const voice = voiceOf('en') as { t: Voice['t'] };
  const say = voice.t;
  voice.t = (key, values = {}) => {
    const text = say(key, values);
    statements.push({ key, values, text });
    return text;
  };
});

/** How datasets report injured people and numbers of weapons, each of a location of its own. */
const reporting = {
  HR: ['never', () => null],
  SI: ['sometimes', (at: number) => (at % 3 === 0 ? null : at % 2)],
  RO: ['always', (at: number) => at % 3],
} as const;

const countries = ['AL', 'BA', 'XK', 'MD', 'ME', 'MK', 'RS', 'UA', 'BG', 'HR', 'SI', 'RO'] as const;
const measures = ['incidents', 'killed', 'injured'] as const satisfies readonly Counted[];

interface Asked extends Pick<Court, 'page' | 'selection' | 'measure'> {
  readonly days: Days | undefined;
  /** What else is asked for. */
  readonly more?: Readonly<Record<string, string>>;
}

/** Years, months, quarters, odd days, several years, leap days, and no period at all. */
const anyDays = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<Days>(
    ['2025-01-01', last],
    ['2023-01-01', '2025-10-31'],
    ['2020-02-01', '2020-02-29'],
    ['2022-01-01', '2024-12-31'],
    ['2014-01-01', last],
    ['2019-03-05', '2019-09-17'],
    ['2018-01-01', '2018-12-31'],
    ['2025-07-01', '2025-09-30'],
    ['2024-02-29', '2024-02-29'],
    ['2010-01-01', '2010-12-31'],
  ),
);
const anyPlaces = fc.oneof(
  fc.constant({}),
  fc.constantFrom(...countries).map((country) => ({ countries: [country] })),
  fc.uniqueArray(fc.constantFrom(...countries.slice(0, 7)), { minLength: 2, maxLength: 3 }).map((some) => ({ countries: some })),
);
const anyKind = fc.constantFrom<Selection>({}, {}, { kind: 'violence' }, { kind: 'weapon_seizure' });
const briefs = fc.constantFrom<Days>(
  ['2025-07-01', '2025-09-30'],
  ['2024-01-01', '2024-12-31'],
  ['2025-10-01', '2025-10-31'],
  ['2020-02-01', '2020-02-29'],
  ['2022-04-01', '2022-06-30'],
);

const anyCountry = fc.constantFrom<Selection>({}, ...countries.map((country) => ({ countries: [country] })));
/** Other places, other days or another kind. */
const anyOther = fc.constantFrom(
  'country=RS',
  'country=AL,ME',
  'region=RS-00',
  'from=2022-01-01&to=2022-12-31',
  'from=2019-03-05&to=2019-09-17',
  'type=domestic_violence',
  'type=',
  'victim_sex=woman',
);
const anyPlace = fc.oneof(
  fc.constantFrom(...countries).map((country): Selection => ({ countries: [country] })),
  fc.constantFrom('RS-00', 'AL-11', 'XK-01', 'ME-16').map((region): Selection => ({ region })),
);

/** Filters of victims, as in an address. */
const victims = [
  'victim_sex=woman',
  'victim_sex=man,not_reported',
  'victim_age=0-18',
  'victim_outcome=injured',
  'relationship=law_enforcement',
  'relationship=intimate_partner&victim_age=19-35,not_reported',
] as const;
/** What else an incident must be, or one and the same person or lot of weapons of it. */
const anyRest = fc.oneof(
  fc.constant({}),
  fc
    .constantFrom(
      ...victims,
      'perpetrator_sex=woman',
      'weapon=handgun',
      'traced=not_reported',
      'outcome=killed',
      'source=official',
      'date_precision=month',
      'min_weapons=3',
    )
    .map((rest): Selection => ({ rest })),
);

const anySplit = fc
  .record({
    split: fc.constantFrom('none', 'country', 'region', 'type', 'weapon', 'victim_sex', 'victim_age', 'outcome'),
    unit: fc.constantFrom('count', 'count', 'rate'),
  })
  // Months are too short for rates.
  .map((more) => (more.unit === 'rate' ? { ...more, interval: 'quarter' } : more));

const anyAsked: fc.Arbitrary<Asked> = fc.oneof(
  fc.constant<Asked>({ page: 'home', selection: {}, days: undefined, measure: 'incidents' }),
  fc
    .record({ places: anyPlaces, kind: anyKind, rest: anyRest, days: anyDays, measure: fc.constantFrom(...measures) })
    .chain(({ places, kind, rest, days, measure }) =>
      fc
        .constantFrom('explore', 'map', 'trends-places', 'trends-subjects', 'trends-tables', 'place-time')
        .map((page) => ({ page, selection: { ...places, ...kind, ...rest }, days, measure })),
    ),
  fc
    .record({
      places: anyPlaces,
      kind: anyKind,
      rest: anyRest,
      days: anyDays,
      measure: fc.constantFrom(...measures),
      more: anySplit,
    })
    .map(({ places, kind, rest, ...asked }): Asked => ({ page: 'trends', selection: { ...places, ...kind, ...rest }, ...asked })),
  fc
    .record({
      page: fc.constantFrom('sides', 'map'),
      places: anyPlaces,
      kind: anyKind,
      days: anyDays,
      measure: fc.constantFrom(...measures),
      against: anyOther,
    })
    .map(({ places, kind, against, ...asked }): Asked => ({
      selection: { ...places, ...kind },
      more: { against },
      ...asked,
    })),
  fc
    .record({ place: anyPlace, rest: anyRest, days: anyDays, page: fc.constantFrom('place', 'place-details') })
    .map(({ place, rest, days, page }): Asked => ({
      page,
      selection: { ...place, kind: 'violence', ...rest },
      days,
      measure: 'incidents',
    })),
  fc.record({ rest: anyRest, days: anyDays }).map(({ rest, days }): Asked => ({
    page: 'places',
    selection: { kind: 'violence', ...rest },
    days,
    measure: 'incidents',
  })),
  fc.record({ selection: anyCountry, page: fc.constantFrom('indicators', 'signals') }).map(({ selection, page }): Asked => ({
    page,
    selection,
    days: undefined,
    measure: 'incidents',
  })),
  fc
    .record({ places: fc.oneof(anyCountry, anyPlace), days: briefs })
    // A brief is of violence.
    .map(({ places, days }): Asked => ({ page: 'brief', selection: { ...places, kind: 'violence' }, days, measure: 'incidents' })),
);

type SurePage = readonly [
  page: Court['page'],
  selection: Selection,
  days: Days | undefined,
  more?: Readonly<Record<string, string>> | undefined,
  measure?: (typeof measures)[number],
];

/** Pages that say much, to be asked for before random ones. */
const sure: readonly Asked[] = (
  [
    ['home', {}, undefined],
    ['explore', {}, ['2014-01-01', last]],
    ['explore', { countries: ['XK'], kind: 'violence' }, ['2023-01-01', '2025-10-31']],
    ['explore', { countries: ['AL'] }, ['2016-01-01', '2023-12-31']],
    ['explore', { kind: 'violence' }, ['2024-02-29', '2024-02-29']],
    ['explore', { kind: 'violence' }, ['2024-02-01', '2024-02-29']],
    ['trends', { countries: ['XK'] }, ['2022-01-01', '2024-12-31']],
    ['trends', { countries: ['XK'], kind: 'violence' }, undefined],
    ['trends', { kind: 'weapon_seizure' }, undefined],
    ['trends', {}, undefined, { split: 'country', unit: 'rate', interval: 'year' }],
    ['trends', { kind: 'violence' }, undefined, { unit: 'rate', interval: 'quarter' }],
    ['trends', { kind: 'violence' }, ['2024-01-01', '2024-12-31'], { split: 'country' }],
    ['trends', { kind: 'violence' }, ['2014-01-01', last], { split: 'type' }],
    ['trends', { kind: 'weapon_seizure' }, undefined, { split: 'weapon' }],
    ['trends', { kind: 'violence' }, undefined, { split: 'victim_sex' }],
    ['trends-tables', {}, ['2014-01-01', last]],
    // A place without data.
    ...(
      ['explore', 'trends', 'trends-places', 'trends-subjects', 'trends-tables', 'place', 'brief', 'indicators', 'signals'] as const
    ).map((page) => [page, { countries: ['MD'] }, page === 'brief' ? (['2025-07-01', '2025-09-30'] as const) : undefined] as const),
    // Days without data.
    ...(['explore', 'trends', 'trends-places', 'trends-subjects', 'trends-tables', 'places', 'map'] as const).map(
      (page) => [page, {}, ['2010-01-01', '2010-12-31']] as const,
    ),
    ['explore', { countries: ['UA'] }, ['2024-02-29', '2024-02-29']],
    ['place', { countries: ['UA'], kind: 'violence' }, ['2025-01-01', last]],
    ['trends', { countries: ['MD'] }, ['2019-03-05', '2019-09-17'], { split: 'type' }],
    ['explore', { countries: ['XK', 'MD', 'ME'] }, undefined],
    ['explore', { countries: ['MD'], kind: 'weapon_seizure' }, ['2024-02-29', '2024-02-29']],
    // A place whose data never had a seizure.
    ['trends-tables', { countries: ['UA'] }, ['2014-01-01', last]],
    ['trends-places', {}, undefined],
    ['trends-places', {}, ['2020-02-01', '2020-02-29']],
    ['trends-places', { region: 'RS-00' }, undefined],
    ['trends-subjects', { region: 'RS-00' }, undefined],
    ['trends', { region: 'RS-00' }, undefined],
    ['trends-places', { kind: 'violence' }, ['2014-01-01', last]],
    ['trends-places', { countries: ['AL', 'RS', 'XK'], kind: 'violence' }, ['2014-01-01', last]],
    ['trends-subjects', {}, ['2014-01-01', last]],
    ...victims.map((rest) => ['trends-subjects', { rest }, ['2014-01-01', last]] as const),
    // Some of the years are not in the data.
    ['trends-subjects', {}, ['2010-01-01', '2026-12-31']],
    ['trends-places', {}, ['2010-01-01', '2026-12-31']],
    ['place', { countries: ['RS'], kind: 'violence' }, undefined],
    ['place', { countries: ['UA'], kind: 'violence' }, undefined],
    ['place-details', { countries: ['UA'], kind: 'violence', rest: 'outcome=killed' }, undefined],
    ['place', { countries: ['UA'], kind: 'violence' }, ['2018-01-01', '2018-12-31']],
    ['place', { countries: ['UA'], kind: 'violence' }, ['2016-01-01', '2021-12-25']],
    ['place-details', { countries: ['AL'], kind: 'violence' }, undefined],
    ['place-details', { countries: ['RS'], kind: 'violence' }, ['2022-01-01', '2024-12-31']],
    ['place-details', { countries: ['RS'], kind: 'violence', rest: 'victim_sex=woman' }, undefined],
    ['place-details', { countries: ['RS'], kind: 'violence', rest: 'victim_age=0-18' }, undefined],
    ['places', { kind: 'violence' }, undefined],
    ['places', { kind: 'violence' }, ['2024-02-29', '2024-02-29']],
    ['place', { countries: ['RS'], kind: 'violence', rest: 'victim_sex=woman' }, undefined],
    ['place', { countries: ['RS'], kind: 'violence', rest: 'weapon=handgun' }, ['2025-07-01', '2026-06-30']],
    ['place', { region: 'ME-16', kind: 'violence' }, ['2025-07-01', '2025-10-31']],
    ['places', { kind: 'violence', rest: 'weapon=handgun' }, ['2025-01-01', last]],
    // In which the data of one location begins and ends.
    ['places', { kind: 'violence' }, ['2014-01-01', last]],
    ['brief', { countries: ['XK'], kind: 'violence' }, ['2025-07-01', '2025-09-30']],
    ['brief', { countries: ['XK'], kind: 'violence' }, ['2024-01-01', '2024-12-31']],
    ['brief', { kind: 'violence' }, ['2025-10-01', '2025-10-31']],
    ['brief', { kind: 'violence' }, ['2014-01-01', '2014-12-31']],
    // In which the data ends, with few incidents or none.
    ['brief', { countries: ['RS'], kind: 'violence' }, ['2025-11-01', '2025-11-30']],
    ['brief', { countries: ['ME'], kind: 'violence' }, ['2025-10-01', '2025-12-31']],
    ['brief', { region: 'MD-BS', kind: 'violence' }, ['2025-10-01', '2025-12-31']],
    ['brief', { region: 'ME-18', kind: 'violence' }, ['2025-07-01', '2025-09-30']],
    ['sides', { countries: ['XK'] }, ['2022-01-01', '2024-12-31'], { against: 'country=RS' }],
    ['sides', { countries: ['RS'] }, undefined, { against: 'country=RS' }],
    ['sides', { countries: ['RS'] }, ['2025-01-01', last], { against: 'country=UA' }],
    ['sides', { countries: ['RS'], kind: 'weapon_seizure' }, undefined, { against: 'country=&region=MD-BS' }],
    // Locations whose data reports injured people never, sometimes and always.
    ...(Object.keys(reporting) as (keyof typeof reporting)[]).flatMap((country) => {
      const violence = { countries: [country], kind: 'violence' } as const;
      const year = ['2024-01-01', '2024-12-31'] as const;
      const ofInjured = ['explore', 'trends', 'trends-places', 'trends-tables', 'map'] as const;
      const others = ['explore', 'trends-subjects', 'place', 'place-details'] as const;
      return [
        ...ofInjured.map((page) => [page, violence, undefined, undefined, 'injured'] as const),
        ...ofInjured.map((page) => [page, violence, year, undefined, 'injured'] as const),
        ...(['type', 'victim_sex', 'outcome'] as const).map(
          (split) => ['trends', violence, undefined, { split }, 'injured'] as const,
        ),
        ['trends', violence, undefined, { unit: 'rate', interval: 'quarter' }, 'injured'] as const,
        ...others.map((page) => [page, violence, undefined, undefined, 'incidents'] as const),
        ['brief', violence, year, undefined, 'incidents'] as const,
        ['trends-subjects', { countries: [country], kind: 'weapon_seizure' }, undefined, undefined, 'incidents'] as const,
        ['signals', { countries: [country] }, undefined, undefined, 'incidents'] as const,
        ['sides', violence, year, { against: 'country=RS' }, 'injured'] as const,
      ] satisfies readonly SurePage[];
    }),
    ['explore', { countries: ['HR', 'SI', 'RO'], kind: 'violence' }, undefined, undefined, 'injured'],
    ['trends', { countries: ['HR', 'SI', 'RO'], kind: 'violence' }, undefined, { split: 'country' }, 'injured'],
    // A location of which the data covers one city.
    ...(['explore', 'trends', 'trends-places', 'map', 'place', 'place-details', 'indicators'] as const).map(
      (page) => [page, { countries: ['BG'], ...(page !== 'indicators' && { kind: 'violence' as const }) }, undefined] as const,
    ),
    ['explore', { countries: ['BG', 'ME'] }, ['2020-01-01', '2024-12-31']],
    ['trends', { countries: ['BG'] }, undefined, { unit: 'rate', interval: 'year' }],
    ['place', { region: 'BG-03', kind: 'violence' }, undefined],
    ['brief', { countries: ['BG'], kind: 'violence' }, ['2025-07-01', '2025-09-30']],
    ['brief', { region: 'BG-03', kind: 'violence' }, ['2024-01-01', '2024-12-31']],
    ['sides', { countries: ['BG'] }, ['2022-01-01', '2024-12-31'], { against: 'country=RS' }],
    ['explore', { countries: ['RS'], kind: 'weapon_seizure' }, undefined],
    ['sides', {}, ['2025-01-01', last], { against: 'from=2022-01-01&to=2022-12-31' }],
    ['map', {}, ['2014-01-01', last]],
    ['map', { countries: ['MD'] }, undefined, { against: 'region=RS-00' }],
    ['map', { countries: ['XK', 'RS'], kind: 'violence' }, ['2014-01-01', last], { against: 'type=domestic_violence' }],
    ['map', { countries: ['XK', 'RS'], kind: 'weapon_seizure' }, ['2014-01-01', last], { against: 'type=' }],
    ['indicators', {}, undefined, { indicators: 'each' }],
    ['signals', {}, undefined],
    ['place-time', { countries: ['RS'] }, ['2014-01-01', last]],
  ] satisfies readonly SurePage[] as readonly SurePage[]
).map(([page, selection, days, more, measure = 'incidents']) => ({ page, selection, days, measure, ...(more && { more }) }));

function queryOf({ page, selection, days, measure, more }: Asked): string {
  const isOfPlace = page.startsWith('place') && page !== 'place-time';
  const query = new URLSearchParams({
    ...(days && { from: days[0], to: days[1] }),
    ...(!isOfPlace && selection.countries && { country: selection.countries.join() }),
    ...(!isOfPlace && selection.region !== undefined && { region: selection.region }),
    ...(isOfPlace && page !== 'places' && { place: selection.region ?? selection.countries![0]! }),
    ...(!isOfPlace && page !== 'brief' && selection.kind && { type: kinds[selection.kind].join() }),
    ...(page.startsWith('trends') && { measure, interval: 'month' }),
    ...(['explore', 'sides', 'map'].includes(page) && { measure, interval: 'month', rates: 'country,region' }),
    ...(page !== 'place-time' && page.includes('-') && { part: page.split('-')[1]! }),
    ...Object.fromEntries(new URLSearchParams(selection.rest)),
    ...more,
  });
  return query.toString();
}

const pageNames: Readonly<Record<string, string>> = { sides: 'explore', map: 'explore' };

/** Asks for a page; of what the browser itself works out from numbers, what it says of them. */
async function bodyOf(asked: Asked): Promise<readonly [address: string, body: Body]> {
  const get = async (address: string): Promise<Body> => {
    const { statusCode, body } = await used.app.inject(address);
    expect([address, statusCode, statusCode === 200 ? '' : body]).toEqual([address, 200, '']);
    return JSON.parse(body) as Body;
  };
  const query = queryOf(asked);
  const voice = voiceOf('en');
  if (asked.page !== 'place-time') {
    const address = `/api/v1/pages/${pageNames[asked.page] ?? asked.page.split('-')[0]}?${query}`;
    const body = await get(address);
    if (asked.page !== 'map') return [address, body];
    // Of the rest of the page, Explore itself says.
    statements.length = 0;
    const { datasets } = (await get('/api/v1/datasets')) as unknown as { datasets: readonly Dataset[] };
    const hexagons = (await get(
      `/api/v1/hexagons?${queryOf({ ...asked, page: 'place-time', more: { measure: asked.measure, level: '4' } })}`,
    )) as unknown as HexagonCounts;
    return [address, { ...mapOf(body.data as ExploreData, asked.measure, datasets, hexagons, voice), leftOut: body.leftOut }];
  }
  const points = (await get(`/api/v1/points?${query}`)) as unknown as Parameters<typeof nearRepeatNotes>[0] &
    Parameters<typeof nearRepeats>[0];
  const repeats = nearRepeats(points);
  const ranking = await get(`/api/v1/settlements?${query}&limit=1&spread=1`);
  const concentration = settlementConcentration(ranking as unknown as Parameters<typeof settlementConcentration>[0]);
  const { hours } = (await get(`/api/v1/summary?${query}&hours=1`)) as unknown as { hours: Parameters<typeof spreadHours>[0] };
  const said = {
    nearRepeats: [nearRepeatTitle(repeats, voice), nearRepeatReading(repeats, voice), ...nearRepeatNotes(points, repeats, voice)],
    concentration: [
      concentrationTitle(concentration, voice),
      concentrationReading(concentration, voice),
      ...(concentration.kind === 'measured' ? concentrationNotes(concentration, voice) : []),
    ],
    hours: spreadHoursNotes(hours, spreadHours(hours), voice),
    known: ranking,
  };
  return [`/explore?${query}`, said];
}

/** The land of some locations. */
function polygonsOf(locations: readonly string[]): number[][][][] {
  return land.features
    .filter(({ properties }) => locations.includes(properties.code ?? ''))
    .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as number[][][][]);
}

/** What the map says of an answer to Explore: which regions and how many hexagons are hot spots, and which regions differ. */
function mapOf({ sides }: ExploreData, measure: Measure, datasets: readonly Dataset[], counts: HexagonCounts, voice: Voice): Body {
  const both = sides.map(({ query, summary, ranked, held }) => {
    const { filter } = parseFilter(new URLSearchParams(query));
    const alike = ranked && {
      ranked: { filter: parseFilter(new URLSearchParams(ranked.query)).filter, leftOut: [], answer: ranked.summary },
    };
    const side = {
      filter,
      summary: { ...summary, ...(alike && { alike }) },
      datasets: datasets.filter(({ slug }) => held.includes(slug)),
    };
    return { side, answer: { ...side, query, measure } };
  });
  const [a, b] = both as [(typeof both)[number], (typeof both)[number]?];
  const spots = (['count', 'rate'] as const).flatMap((wanted) => {
    const found = regionSpots(a.answer, wanted, neighbours);
    if (found === undefined) return [];
    const { by, leftOut } = found;
    const left = leftOut === 0 ? [] : [voice.t('areas.hotSpots.leftOut', { count: leftOut })];
    const shown = found.found.kind === 'found' ? found.found.units.map(({ spot }) => spot?.kind) : [];
    return [{ by, shown, notes: [hotSpotsText({ ...found, units: 'regions' }, voice), ...left] }];
  });
  const locations = areaCodes('locations', a.answer);
  const { cells, found } = hexagonSpots(counts, polygonsOf(locations), { polygonToCells, gridDisk });
  const hexagons = {
    by: 'hexagons',
    cells,
    shown: found.kind === 'found' ? found.units.map(({ spot }) => spot?.kind) : [],
    notes: [hotSpotsText({ found, units: 'hexagons', leftOut: 0 }, voice)],
  };
  const comparison = b && compareSides(a.side, b.side, measure, population);
  const pairs =
    comparison && regionDifferences(a.answer, { sides: [a.side, b.side], comparison, answer: b.answer })?.map(({ pair }) => pair);
  const bars = pairs?.map(({ value, isClear, change }) => ({ name: voice.place(value), isClear, ratio: change }));
  const reading = pairs && pairedReadingText(pairedReading(pairs), voice.place, voice);
  return { sides, spots, hexagons, ...(reading !== undefined && { differences: { reading, bars } }) };
}

test('each message has a claim, or needs none', () => {
  const beginnings = Object.values(withoutClaim).flat();
  const without = [...messages.keys()].filter((key) => claimOf(key) === undefined);
  expect(without.filter((key) => !beginnings.some((beginning) => key.startsWith(beginning)))).toEqual([]);
  // What is not of use any more goes.
  expect(beginnings.filter((beginning) => !without.some((key) => key.startsWith(beginning)))).toEqual([]);
  expect(claims.filter((claim) => ![...messages.keys()].some((key) => claimOf(key) === claim))).toEqual([]);
});

/** Messages that were held to the record without what their page leaves out. */
const ofCompared = new Set<string>();
const ofComparisons =
  /^(chart\.(trend|by\.size)|report\.(trend|figure|lead|types|verdict|map)|trends|summary\.(change|finding|noChange|weight|baseline|rate)|changes|compare|home|places|indicators)\./;

function holds(claim: () => void): boolean {
  try {
    claim();
    return true;
  } catch {
    return false;
  }
}

/** How often messages were held to their claims, by key. */
const heard = new Map<string, number>();

test(
  'no page says what the record does not',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyAsked, async (asked) => {
        statements.length = 0;
        const [address, body] = await bodyOf(asked);
        const court: Court = { ...asked, asked: asked.days, rows, voice: { ...voiceOf('en') }, statements: [...statements], body };
        expect([address, saidOfSilence(court)]).toEqual([address, []]);
        for (const { isAmbiguous, ...said } of distinct(court.statements)) {
          const { key, text } = said;
          const claim = claimOf(key);
          if (claim === undefined) continue;
          for (const near of placesWhereSaid(text, body)) {
            heard.set(key, (heard.get(key) ?? 0) + 1);
            const isHeld = (record: readonly Row[]) => {
              claim.holds({ ...said, isAmbiguous, near, court: { ...court, rows: record } });
            };
            try {
              isHeld(rows);
            } catch (error) {
              // A comparison is made without what the page names as left out.
              const others = recordsCompared(rows, body);
              if (!others.some((record) => holds(() => isHeld(record))))
                throw new Error(`${address} says “${text}” (${key})`, { cause: error });
              ofCompared.add(key);
            }
          }
        }
      }),
      // The deep run asks other pages each time. A claim that a rare page shows to be too strict should not stop who changes something else.
      {
        numRuns: times(sure.length + 10, 1000),
        ...(!deep && { seed: 26 }),
        endOnFailure: true,
        examples: sure.map((asked) => [asked]),
      },
    );
    expect(heard.size).toBeGreaterThan(250);
    // Totals have everything.
    expect([...ofCompared].filter((key) => !ofComparisons.test(key))).toEqual([]);
    if (deep)
      console.log(
        [...heard.values()].reduce((sum, one) => sum + one, 0),
        'sentences of',
        heard.size,
        'messages',
      );
  },
  times(300_000, 3_600_000),
);

test('the rate of a place has one interval on every page', async () => {
  const days = 'from=2024-12-01&to=2025-11-30';
  const page = async (path: string) => (await used.app.inject(`/api/v1/pages/${path}`)).json<{ readonly data: Body }>().data;
  /** The intervals of all rates in an answer that are beside the code of a place, or under it. */
  const intervalsIn = (value: unknown, code: string, key = ''): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    const one = value as Body;
    const { low, high } = (typeof one.rate === 'object' ? one.rate : one) as { readonly low?: number; readonly high?: number };
    const isOfPlace = [key, one.value, one.code].includes(code) && low !== undefined && high !== undefined;
    const inner = Object.entries(one).flatMap(([name, part]) => intervalsIn(part, code, name));
    return isOfPlace ? [`${low.toFixed(4)} to ${high.toFixed(4)}`, ...inner] : inner;
  };
  const violence = 'type=violence';
  for (const code of ['XK', 'RS', 'XK-06']) {
    const country = code.slice(0, 2);
    const list = code === country ? 'country' : 'region';
    const answers = {
      home: await page('home'),
      places: await page(`places?${days}`),
      location: await page(`place?place=${country}&${days}`),
      explore: await page(`explore?${days}&${violence}&rates=${list}`),
      exploreOfOne: await page(`explore?${days}&${violence}&rates=${list}&country=${country}`),
      brief: await page('brief?from=2025-11-01&to=2025-11-30'),
      briefOfOne: await page(`brief?from=2025-11-01&to=2025-11-30&country=${country}`),
    };
    const { figures } = (await page(`place?place=${code}&${days}`)) as {
      readonly figures: { readonly findings: readonly { readonly average: Body }[] };
    };
    const found = Object.entries(answers).map(([name, answer]) => [name, [...new Set(intervalsIn(answer, code))]]);
    const [own] = intervalsIn({ code, ...figures.findings[0]!.average }, code);
    expect([code, Object.fromEntries(found)]).toEqual([code, Object.fromEntries(found.map(([name]) => [name, [own]]))]);
  }
});
