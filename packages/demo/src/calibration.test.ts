/** A full default set against what was published; prints the table. See docs/demo-data.md. */
import { dayNumber, dispersionOfCounts, type IncidentDraft } from '@monitor/domain';
import { population } from '@monitor/geography';
import { loadGazetteer } from '@monitor/geography/gazetteer';
import { beforeAll, expect, test } from 'vitest';
import { demoIncidents, expectedIncidents } from './index.ts';
import { measured } from '../testing/measured-figures.ts';
import { type PublishedFigure, publishedFigures } from './published-figures.ts';
import { monitoredCodes } from './whereabouts.ts';

const until = '2025-12-31';
const gazetteer = await loadGazetteer();

let drafts: IncidentDraft[];
let found: ReadonlyMap<PublishedFigure, number>;
beforeAll(() => {
  drafts = [...demoIncidents(gazetteer, { until, seed: 1 })];
  found = new Map(publishedFigures.map((figure) => [figure, measured(figure, drafts)]));
});

const shown = (value: number) => value.toFixed(value < 2 ? 3 : 0).padStart(9);
/** In percent of what was published. */
const difference = (figure: PublishedFigure) => (100 * ((found.get(figure) ?? Number.NaN) - figure.value)) / figure.value;

test('the default set has about 38,000 incidents by the end of 2025', () => {
  expect(drafts.length).toBeGreaterThan(37_000);
  expect(drafts.length).toBeLessThan(39_500);
  const expected = expectedIncidents({ until });
  expect(Math.abs(drafts.length - expected)).toBeLessThan(5 * Math.sqrt(expected));
});

/** A line of the printed table. */
function line(figure: PublishedFigure): string {
  const percent = difference(figure);
  const allowed = `±${(100 * figure.tolerance).toFixed(0)}%`.padStart(6);
  const mark = Math.abs(percent) > 100 * figure.tolerance ? '  outside' : '';
  return `${figure.measure.padEnd(36)}${figure.period.padEnd(8)}${shown(figure.value)}${shown(found.get(figure) ?? Number.NaN)}${percent.toFixed(1).padStart(8)}%${allowed}${mark}`;
}

test('the published totals of incidents and seizures are met within their tolerance', () => {
  console.info(
    ['', `${'measure'.padEnd(36)}period  published generated   diff. allowed`, ...publishedFigures.map(line), ''].join('\n'),
  );
  for (const figure of publishedFigures) {
    if (figure.measure !== 'incidents' && figure.measure !== 'weapon_seizure') continue;
    const percent = Math.abs(difference(figure));
    expect(percent, `${figure.measure} ${figure.period}`).toBeLessThanOrEqual(100 * figure.tolerance);
  }
});

test('all other figures are met within their tolerance, but for two at most that chance may carry a little beyond', () => {
  // A tolerance is about two and a half standard deviations: of nearly ninety figures one lies outside in every other seed.
  const excess = (figure: PublishedFigure) => Math.abs(difference(figure)) / (100 * figure.tolerance);
  const outside = publishedFigures.filter((figure) => excess(figure) > 1);
  expect(outside.length, outside.map(line).join('\n')).toBeLessThanOrEqual(2);
  for (const figure of outside) expect(excess(figure), line(figure)).toBeLessThan(1.5);
});

test('the two events of May 2023 have their scale, on their days', () => {
  const events = drafts.filter((draft) => draft.type_as_reported === 'mass shooting');
  expect(events.map((event) => [event.occurred_on, event.place])).toEqual([
    ['2023-05-03', 'Beograd'],
    ['2023-05-04', 'Mladenovac'],
  ]);
  expect(events.reduce((sum, event) => sum + (event.killed ?? 0), 0)).toBe(19);
  expect(events.reduce((sum, event) => sum + (event.injured ?? 0), 0)).toBe(19);
});

test('incidents come in waves as real ones do: the weeks of a year vary two to four times as much as by chance', () => {
  const counts = new Map<number, number>();
  for (const { occurred_on } of drafts) {
    const week = Math.floor((dayNumber(occurred_on) - dayNumber('2014-01-01')) / 7);
    counts.set(week, (counts.get(week) ?? 0) + 1);
  }
  const { squares, sums } = dispersionOfCounts([...counts.values()].slice(0, -1));
  expect(squares / sums).toBeGreaterThan(2);
  expect(squares / sums).toBeLessThan(4);
});

test('rates differ about eightfold between places', () => {
  const rates = monitoredCodes.map((code) => {
    const incidents = drafts.filter((draft) => draft.country === code && draft.occurred_on.startsWith('2023')).length;
    return incidents / (population(code, 2023)?.people ?? Number.NaN);
  });
  const ratio = Math.max(...rates) / Math.min(...rates);
  expect(ratio).toBeGreaterThan(6.5);
  expect(ratio).toBeLessThan(10.5);
});

test('celebratory shootings peak at New Year and in summer', () => {
  const celebrations = drafts.filter((draft) => draft.type === 'celebratory_shooting').map((draft) => draft.occurred_on.slice(5));
  const newYear = celebrations.filter((day) => day === '12-31' || day === '01-01').length;
  const summer = celebrations.filter((day) => day >= '07-01' && day <= '08-31').length;
  expect(newYear / 2).toBeGreaterThan(10 * (celebrations.length / 365));
  expect(summer / 62).toBeGreaterThan(2.5 * (celebrations.length / 365));
});

test('places are known as precisely as intended', () => {
  const share = (precision: string) => drafts.filter((draft) => draft.place_precision === precision).length / drafts.length;
  expect(share('region') + share('jurisdiction')).toBeGreaterThan(0.02);
  expect(share('region') + share('jurisdiction')).toBeLessThan(0.04);
  expect(share('exact')).toBeGreaterThan(0.25);
  expect(share('exact')).toBeLessThan(0.38);
});
