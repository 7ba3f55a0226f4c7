import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FilteredIncident, seriesFilter, seriesKinds, weekAt } from '@monitor/domain';
import { anyDraft } from '../../domain/testing/arbitraries.ts';
import { refereeMeets } from '../../domain/testing/referee.ts';
import { countWeeks } from './count-weeks.ts';
import { cubeOfDrafts, draftsByKey, idOfKey } from '../testing/cube-of-drafts.ts';
import { populationOf } from './select-population.ts';
import { summarise } from './summarise.ts';

const incidents: FilteredIncident[] = fc.sample(anyDraft('draft'), { numRuns: 1200, seed: 11 }).map((draft, index) => ({
  ...draft,
  source_key: String(index),
  id: idOfKey(index + 1),
  dataset: index % 3 === 0 ? 'second' : 'first',
  searched: '',
}));
const cube = cubeOfDrafts(draftsByKey(incidents));

test('every count is that of the filter of its series and week, one by one and in the summary', () => {
  const { from, weeks, locations } = countWeeks(cube, 30);
  expect(weeks).toBe(30);
  let counted = 0;
  for (const { country, counts } of locations)
    for (const [at, kind] of seriesKinds.entries()) {
      const filter = seriesFilter([country], kind);
      const ofKind = incidents.filter((incident) => refereeMeets(incident, filter));
      const expected = counts[at]!.map((_, week) => {
        const days = weekAt(from, week);
        return ofKind.filter(({ occurred_on: day }) => day >= days.from && day <= days.to).length;
      });
      expect(counts[at], `${country} ${kind.value}`).toEqual(expected);
      counted += expected.reduce((sum, count) => sum + count, 0);
      const days = { from, to: weekAt(from, weeks - 1).to };
      const { series } = summarise(cube, { ...filter, ...days }, { interval: 'week', facets: [] }, (wanted) =>
        populationOf(cube, wanted),
      );
      expect(series.points.map(({ incidents: count }) => count)).toEqual(expected);
    }
  expect(counted).toBeGreaterThan(200);
});

test('the days of datasets and locations are those of their incidents', () => {
  const { datasets } = countWeeks(cube, 1);
  const expected = ['first', 'second'].map((slug) => {
    const own = incidents.filter(({ dataset }) => dataset === slug);
    const days = (some: readonly FilteredIncident[]) => {
      const sorted = some.map(({ occurred_on: day }) => day).toSorted();
      return { from: sorted[0], to: sorted.at(-1) };
    };
    const countries = [...new Set(own.map(({ country }) => country))].toSorted();
    const coverage = countries.map((country) => {
      const there = own.filter((incident) => incident.country === country);
      return { country, incidents: there.length, ...days(there) };
    });
    return { ...days(own), coverage };
  });
  expect(datasets).toEqual(expected);
});

test('without incidents there are no weeks', () => {
  expect(countWeeks(cubeOfDrafts(new Map()), 30)).toMatchObject({ weeks: 0, locations: [], datasets: [] });
});
