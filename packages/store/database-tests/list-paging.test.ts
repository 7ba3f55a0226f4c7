import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type ListedIncident, type Sort, sorts } from '@monitor/contract';
import { fieldOfSort, type Filter, isListedCodes, type Measure, measureNames } from '@monitor/domain';
import { refereeAmount } from '../../domain/testing/referee.ts';
import { times } from '../../../testing/depth.ts';
import { BadCursorError, listIncidents } from '../src/index.ts';
import { randomDrafts } from './random-drafts.ts';
import { recordedIncidents } from './referee.ts';
import { importDrafts, testDataset, useTestDatabase } from './test-database.ts';

const used = useTestDatabase();
const drafts = randomDrafts(120, 3);

beforeAll(async () => {
  await importDrafts(used.database, drafts);
});

/** All pages joined; `between` runs after each page. */
async function allPages(
  sort: Sort,
  limit: number,
  between?: (page: number) => Promise<void>,
  page: { measure?: Measure; filter?: Filter } = {},
): Promise<ListedIncident[]> {
  const rows: ListedIncident[] = [];
  let cursor: string | undefined;
  for (let number = 1; ; number++) {
    const { items, nextCursor } = await listIncidents(used.database, page.filter ?? {}, {
      sort,
      limit,
      start: cursor === undefined ? undefined : { cursor },
      measure: page.measure ?? 'killed',
    });
    expect(items.length).toBeLessThanOrEqual(limit);
    rows.push(...items);
    if (nextCursor === null) return rows;
    expect(items).toHaveLength(limit);
    cursor = nextCursor;
    await between?.(number);
  }
}

test('joined pages are the whole list once, whatever the sort and the limit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sorts), fc.integer({ min: 1, max: 130 }), async (sort, limit) => {
      const rows = await allPages(sort, Math.max(limit, 13));
      expect(new Set(rows.map((row) => row.id)).size).toBe(drafts.length);
      expect(rows).toHaveLength(drafts.length);
      expectSorted(rows, sort);
    }),
    { numRuns: times(10, 100) },
  );
});

test('each incident says what a measure counts of it, and the list can be sorted by that', async () => {
  const recorded = new Map(recordedIncidents(drafts, testDataset.slug).map((one) => [one.id, one]));
  const filter: Filter = { victim_sex: ['woman', 'man'], weapon: ['handgun', 'ammunition', 'explosive'] };
  for (const measure of measureNames) {
    const rows = await allPages('-amount', 12, undefined, { measure, filter });
    expect(rows.length).toBeGreaterThan(5);
    if (measure !== 'incidents') expectSorted(rows, '-amount');
    for (const { id, amount } of rows) {
      const one = recorded.get(id)!;
      const isUnknown = measure in one && one[measure as 'killed'] === null;
      const expected = isUnknown ? null : refereeAmount(one, measure, filter);
      expect(amount, `${measure} of ${id}`).toBe(measure === 'incidents' ? undefined : expected);
    }
  }
});

test('a page can begin anywhere in the list, and around any incident of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sorts), fc.nat(130), fc.integer({ min: 1, max: 30 }), async (sort, offset, limit) => {
      const page = { sort, limit, measure: 'weapons' } as const;
      const whole = await allPages(sort, 500, undefined, { measure: 'weapons' });
      const there = await listIncidents(used.database, {}, { ...page, start: { offset } });
      expect(there.items).toEqual(whole.slice(offset, offset + limit));
      const one = whole[offset % whole.length]!;
      const around = await listIncidents(used.database, {}, { ...page, start: { around: one.id } });
      expect(around.offset).toBe(Math.max(0, whole.indexOf(one) - Math.floor(limit / 2)));
      expect(around.items).toEqual(whole.slice(around.offset!, around.offset! + limit));
    }),
    { numRuns: times(10, 100) },
  );
});

test('neither equals nor the cursor tell the order of the file', async () => {
  const ids = (await allPages('dataset', 50)).map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
  expect((await allPages('-dataset', 50)).map(({ id }) => id)).toEqual(ids.toReversed());
  const { nextCursor } = await listIncidents(used.database, {}, { sort: 'dataset', limit: 7 });
  expect(JSON.parse(Buffer.from(nextCursor!, 'base64url').toString())).toEqual(['dataset', testDataset.slug, ids[6]]);
});

test('one row a page', async () => {
  const { items, nextCursor } = await listIncidents(used.database, {}, { sort: 'killed', limit: 1 });
  const next = await listIncidents(used.database, {}, { sort: 'killed', limit: 1, start: { cursor: nextCursor ?? '' } });
  expect(next.items[0]?.id).not.toBe(items[0]?.id);
});

test.each(['-occurred_on', 'killed', 'place', '-weapons', 'lon', '-id'] as const)(
  'rows added while paging by %s neither repeat nor hide others',
  async (sort) => {
    const before = new Set((await allPages(sort, 500)).map((row) => row.id));
    const rows = await allPages(sort, 40, async (page) => {
      await importDrafts(used.database, randomDrafts(3, page + 100, `added-${sort}-${page}-`));
    });
    const seen = rows.map((row) => row.id);
    expect(new Set(seen).size).toBe(seen.length);
    for (const id of before) expect(seen).toContain(id);
  },
);

test('names sort by the rules of their script, not by code point', async () => {
  const places = [...new Set((await allPages('place', 500)).map((row) => row.place))];
  expect(places.at(-1)).toBe(null);
  expect(places.indexOf('Đakovica')).toBeLessThan(places.indexOf('Labasa'));
  expect(places.indexOf('Šabac')).toBeLessThan(places.indexOf('Taveuni'));
  expect(places.indexOf('Київ')).toBeLessThan(places.indexOf('Ниш'));
});

test('a cursor of another sort is refused', async () => {
  const { nextCursor } = await listIncidents(used.database, {}, { sort: 'killed', limit: 5 });
  const page = { sort: '-killed', limit: 5, start: { cursor: nextCursor ?? '' } } as const;
  await expect(listIncidents(used.database, {}, page)).rejects.toBeInstanceOf(BadCursorError);
});

test('an empty answer has no next page', async () => {
  expect(await listIncidents(used.database, { country: ['BY'] }, { sort: 'place', limit: 5 })).toMatchObject({
    items: [],
    nextCursor: null,
    total: 0,
  });
});

/** What is not reported comes last, and numbers and days follow each other. */
function expectSorted(rows: readonly ListedIncident[], sort: Sort): void {
  const field = fieldOfSort(sort);
  const values = rows.map((row) => (isListedCodes(field) ? row[field].join(',') || null : (row[field] ?? null)));
  const firstNull = values.indexOf(null);
  if (firstNull >= 0) expect(values.slice(firstNull).every((value) => value === null)).toBe(true);
  // Text of people's own is compared by the rules of its language.
  if (field === 'place' || field === 'type_as_reported') return;
  const reported = values.filter((value) => value !== null);
  const ascending = reported.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  expect(reported).toEqual(sort.startsWith('-') ? ascending.toReversed() : ascending);
}
