import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { demoIncidents } from '@monitor/demo';
import { saidTexts, type Voice, voiceOf } from '@monitor/findings';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { placelessDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { importDrafts, testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { times } from '../../../testing/depth.ts';
import { ready } from '../../cli/database-tests/ready-database.ts';
import { claims, type Court, type Statement } from './court/claims.ts';
import { type Counted, type Days, kinds, readRows, type Row, type Selection } from './court/record.ts';
import { withoutClaim } from './court/without-claim.ts';
import { useTestApp } from './test-app.ts';

/*
 * A court for sentences: pages of random selections are asked for, and each message that they are made of is held to its claim, which
 * knows the record from SQL and nothing of the code that made the sentence.
 */

const last = '2025-11-30';
/** With a rise in one place and a fall in another, so that there is something to say. */
const drafts = [...demoIncidents(await loadGazetteer(), { until: last, seed: 7, rows: times(4000, 8000) })].filter(
  ({ country, occurred_on }, at) => {
    const isThinned = country === 'XK' ? occurred_on < '2022-01-01' : country === 'RS' && occurred_on >= '2024-12-01';
    return !isThinned || at % 2 === 0;
  },
);
const used = useTestApp(drafts, { template: ready });
let rows: readonly Row[];
const statements: Statement[] = [];

beforeAll(async () => {
  // Another dataset, which ends earlier and says nothing of injured people.
  const silent = Array.from({ length: 600 }, (_, at) => ({
    ...placelessDraft,
    source_key: `silent ${at}`,
    country: 'UA',
    region: null,
    type: 'armed_conflict' as const,
    occurred_on: new Date(Date.UTC(2016, 0, 1) + ((at * 7919) % 2192) * 86_400_000).toISOString().slice(0, 10),
    killed: at % 3,
    injured: null,
  }));
  await importDrafts(used.database, silent, { ...testDataset, slug: 'silent' });
  await used.caughtUp();
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

const countries = ['AL', 'BA', 'XK', 'MD', 'ME', 'MK', 'RS', 'UA'] as const;
const measures = ['incidents', 'killed', 'injured'] as const satisfies readonly Counted[];

interface Asked {
  readonly page: Court['page'];
  readonly selection: Selection;
  readonly days: Days | undefined;
  readonly measure: Counted;
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

const anyAsked: fc.Arbitrary<Asked> = fc.oneof(
  fc.constant<Asked>({ page: 'home', selection: {}, days: undefined, measure: 'incidents' }),
  fc
    .record({ places: anyPlaces, kind: anyKind, days: anyDays, measure: fc.constantFrom(...measures) })
    .chain(({ places, kind, days, measure }) =>
      fc
        .constantFrom('explore', 'trends', 'trends-places')
        .map((page) => ({ page, selection: { ...places, ...kind }, days, measure })),
    ),
  fc.record({ place: fc.constantFrom(...countries), days: anyDays }).map(({ place, days }): Asked => ({
    page: 'place',
    selection: { countries: [place], kind: 'violence' },
    days,
    measure: 'incidents',
  })),
  fc
    .record({ places: fc.constantFrom<Selection>({}, ...countries.map((country) => ({ countries: [country] }))), days: briefs })
    // A brief is of violence.
    .map(({ places, days }): Asked => ({ page: 'brief', selection: { ...places, kind: 'violence' }, days, measure: 'incidents' })),
);

/** Pages that say much, to be asked for before random ones. */
const sure: readonly Asked[] = (
  [
    ['home', {}, undefined],
    ['explore', {}, ['2014-01-01', last]],
    ['explore', { countries: ['XK'], kind: 'violence' }, ['2023-01-01', '2025-10-31']],
    ['explore', { countries: ['AL'] }, ['2016-01-01', '2023-12-31']],
    ['trends', { countries: ['XK'] }, ['2022-01-01', '2024-12-31']],
    ['trends', { kind: 'weapon_seizure' }, undefined],
    ['trends-places', {}, undefined],
    ['trends-places', { kind: 'violence' }, ['2014-01-01', last]],
    ['place', { countries: ['RS'], kind: 'violence' }, undefined],
    ['place', { countries: ['UA'], kind: 'violence' }, ['2018-01-01', '2018-12-31']],
    ['brief', { countries: ['XK'], kind: 'violence' }, ['2025-07-01', '2025-09-30']],
    ['brief', { countries: ['XK'], kind: 'violence' }, ['2024-01-01', '2024-12-31']],
    ['brief', { kind: 'violence' }, ['2025-10-01', '2025-10-31']],
  ] as const
).map(([page, selection, days]) => ({ page, selection, days, measure: 'incidents' }));

function addressOf({ page, selection, days, measure }: Asked): string {
  const query = new URLSearchParams({
    ...(days && { from: days[0], to: days[1] }),
    ...(page !== 'place' && selection.countries && { country: selection.countries.join() }),
    ...(page === 'place' && { place: selection.countries![0]! }),
    ...(page !== 'place' && page !== 'brief' && selection.kind && { type: kinds[selection.kind].join() }),
    ...(page.startsWith('trends') && { measure, interval: 'month' }),
    ...(page === 'explore' && { measure, interval: 'month' }),
    ...(page.includes('-') && { part: page.split('-')[1]! }),
  });
  return `/api/v1/pages/${page.split('-')[0]}?${query.toString()}`;
}

test('each message has a claim, needs none, or is known to wait for one', () => {
  const messages = new Set(keysOf(saidTexts));
  const beginnings = Object.values(withoutClaim).flat();
  const isListed = (key: string) => beginnings.some((beginning) => key.startsWith(beginning));
  expect([...messages].filter((key) => claims[key] === undefined && !isListed(key))).toEqual([]);
  expect(Object.keys(claims).filter((key) => !messages.has(key))).toEqual([]);
  // One that is not of use any more goes.
  const waiting = [...messages].filter((key) => claims[key] === undefined);
  expect(beginnings.filter((beginning) => !waiting.some((key) => key.startsWith(beginning)))).toEqual([]);
});

function keysOf(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([name, text]: [string, string | object]) =>
    typeof text === 'string' ? [path + name.replace(/_(one|other)$/, '')] : keysOf(text, `${path}${name}.`),
  );
}

/** Messages of the last run that were held to their claims, by key. */
const heard = new Map<string, number>();

test('no page says what the record does not', async () => {
  await fc.assert(
    fc.asyncProperty(anyAsked, async (asked) => {
      statements.length = 0;
      const address = addressOf(asked);
      const { statusCode, body } = await used.app.inject(address);
      expect([address, statusCode, statusCode === 200 ? '' : body]).toEqual([address, 200, '']);
      const court: Court = { ...asked, asked: asked.days, rows, voice: { ...voiceOf('en') }, statements: [...statements] };
      for (const [at, { key, values, text }] of court.statements.entries()) {
        const claim = claims[key];
        if (claim === undefined) continue;
        heard.set(key, (heard.get(key) ?? 0) + 1);
        try {
          claim(values, court, at);
        } catch (error) {
          throw new Error(`${address} says “${text}” (${key})`, { cause: error });
        }
      }
    }),
    { numRuns: times(60, 1000), endOnFailure: true, examples: sure.map((asked) => [asked]) },
  );
  expect(heard.size).toBeGreaterThan(25);
});
