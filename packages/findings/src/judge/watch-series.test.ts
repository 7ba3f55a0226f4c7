import { dateOfDay, dayNumber, type DatasetDays, seriesKinds, type WeekCounts } from '@monitor/domain';
import { rangeAndSignal } from '@monitor/statistics';
import { randomCounts } from '@monitor/statistics/random-counts';
import { expect, test } from 'vitest';
import { type ExpectationRule, type WatchedSeries, watchSeries, weeksCounted } from './watch-series.ts';
import { comparableSince } from './week-coverage.ts';

const from = '2020-01-06';
const day = (week: number, weekday = 0) => dateOfDay(dayNumber(from) + 7 * week + weekday);
const violence = seriesKinds.findIndex(({ value }) => value === 'violence');

/** A dataset that covers locations from the Monday of a week to the Sunday of another. */
function covering(
  ...locations: readonly (readonly [country: string, first: number, last: number, incidents?: number])[]
): DatasetDays {
  const coverage = locations.map(([country, first, last, incidents = 2000]) => ({
    country,
    incidents,
    from: day(first),
    to: day(last, 6),
  }));
  return {
    from: coverage.map((one) => one.from).toSorted()[0]!,
    to: coverage
      .map((one) => one.to)
      .toSorted()
      .at(-1)!,
    coverage,
  };
}

function countsOf(datasets: readonly DatasetDays[], countries: readonly string[], perWeek: (week: number) => number): WeekCounts {
  const weeks = weeksCounted;
  const none = Array.from({ length: weeks }, () => 0);
  const some = none.map((_, week) => perWeek(week));
  const locations = countries.map((country) => ({ country, counts: seriesKinds.map((_, at) => (at === violence ? some : none)) }));
  return { datasetVersion: 1, from, weeks, locations, datasets };
}

/** Notes how long a past it is given. */
const pastOf: ExpectationRule = (counts, at) => ({
  range: { method: 'farrington', expected: at, low: 0, high: counts.length },
  signal: undefined,
});

function watch(counted: WeekCounts, rule: ExpectationRule = pastOf): WatchedSeries[] {
  const steps = watchSeries(counted, rule);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const pasts = (series: WatchedSeries | undefined) => series?.weeks.map(({ expectation }) => expectation?.range?.expected);
const last = weeksCounted - 1;

test('each week is compared with the weeks of five years before it', () => {
  const [serbia, ...more] = watch(countsOf([covering(['RS', 0, last])], ['RS'], () => 3));
  expect(more).toEqual([]);
  expect(serbia?.id).toBe('RS.type.violence');
  expect(pasts(serbia)).toEqual(Array(52).fill(264));
});

test('a week is compared with none before its location is covered, nor with those of a dataset less', () => {
  const late = countsOf([covering(['RS', 0, last], ['AL', 300, last])], ['AL'], (week) => (week < 300 ? 0 : 3));
  const albania = watch(late).find(({ place }) => place === 'AL');
  expect(pasts(albania)).toEqual([...Array(36).fill(undefined), ...Array.from({ length: 16 }, (_, at) => at)]);

  const two = countsOf([covering(['RS', 0, last]), covering(['RS', 290, last])], ['RS'], () => 3);
  expect(pasts(watch(two)[0])?.slice(24, 28)).toEqual([264, 264, 0, 1]);
});

test('a dataset of few incidents does not make a new beginning, and a gap ends what can be compared', () => {
  const few = countsOf([covering(['RS', 0, last]), covering(['RS', 290, last, 5])], ['RS'], () => 3);
  expect(comparableSince('RS', few).at(-1)).toBe(0);
  const gap = countsOf([covering(['RS', 0, 200]), covering(['RS', 250, last])], ['RS'], () => 3);
  const since = comparableSince('RS', gap);
  expect([since[200], since[201], since[249], since[250], since[last]]).toEqual([0, undefined, undefined, 250, 250]);
});

test('locations that are covered together are also one place, without those that are not', () => {
  const datasets = [covering(['AL', 0, last], ['RS', 50, last], ['XK', 280, last], ['US', 0, 100])];
  const [all] = watch(countsOf(datasets, ['AL', 'RS', 'US', 'XK'], () => 3));
  expect(all?.id).toBe('all.type.violence');
  expect(all?.filter.country).toEqual(['AL', 'RS']);
  expect(all?.weeks.at(-1)?.incidents).toBe(6);
  expect(pasts(all)?.at(-1)).toBe(Math.min(264, last - 50));
});

test('a series of next to nothing is not watched', () => {
  expect(watch(countsOf([covering(['RS', 0, last])], ['RS'], (week) => (week % 5 === 0 ? 1 : 0)))).toEqual([]);
  expect(watch(countsOf([covering(['RS', 0, last])], ['RS'], (week) => (week % 3 === 0 ? 1 : 0)))).toHaveLength(1);
});

/** Whether the weeks that hold the night before 1 January of a year are a signal, in a series with incidents around midnight. */
function newYearSignals(year: number, perYear: (year: number) => { readonly eve: number; readonly day: number }, seed: number) {
  const random = randomCounts(seed);
  const first = dayNumber(`${year}-01-22`) - 7 * weeksCounted;
  const monday = first - ((first + 3) % 7);
  const counts = Array.from({ length: weeksCounted }, () => random(4, 1.2));
  const weekOf = (date: string) => Math.floor((dayNumber(date) - monday) / 7);
  for (let one = year - 5; one <= year; one++) {
    const { eve, day: onDay } = perYear(one);
    counts[weekOf(`${one - 1}-12-31`)]! += random(eve, 1.2);
    counts[weekOf(`${one}-01-01`)]! += random(onDay, 1.2);
  }
  const counted = countsOf([], ['RS'], (week) => counts[week]!);
  const dates = { from: dateOfDay(monday), to: dateOfDay(monday + 7 * weeksCounted - 1) };
  const datasets = [{ ...dates, coverage: [{ country: 'RS', incidents: 2000, ...dates }] }];
  // The others would take their time.
  const ofNewYear: ExpectationRule = (past, at, feasts) =>
    feasts.some((night) => Math.abs(night - at) < 1) ? rangeAndSignal(past, at, feasts) : pastOf(past, at, feasts);
  const [series] = watch({ ...counted, from: dates.from, datasets }, ofNewYear);
  const shown = (date: string) => series!.weeks[weekOf(date) - (weeksCounted - 52)]!.expectation!;
  return [shown(`${year - 1}-12-31`), shown(`${year}-01-01`)];
}

const seeds = Array.from({ length: 60 }, (_, at) => at + 1);

// 1 January 2018 and 2024 are Mondays: the night before them lies between two weeks. 2020 and 2026 have a week 53, which holds it.
test.each([2021, 2022, 2024, 2025])(
  'shooting into the air at New Year %i is as usual, on whichever side of midnight it is counted',
  (year) => {
    for (const after of [0, 0.5, 1]) {
      const usual = () => ({ eve: 12 * (1 - after), day: 12 * after });
      const found = seeds.filter((seed) => newYearSignals(year, usual, seed).some(({ signal }) => signal !== undefined));
      expect(found.length).toBeLessThan(3);
    }
  },
);

test.each([2021, 2024])('three times as much at New Year %i is a signal', (year) => {
  const more = (one: number) => ({ eve: 0, day: one === year ? 48 : 12 });
  const found = seeds.filter((seed) => newYearSignals(year, more, seed).some(({ signal }) => signal !== undefined));
  expect(found.length).toBeGreaterThan(50);
});
