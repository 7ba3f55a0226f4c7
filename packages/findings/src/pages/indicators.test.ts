import type { IndicatorCell, IndicatorSeries, IndicatorTable } from '@monitor/contract';
import { expect, test } from 'vitest';
import { voiceOf } from '../say/voice.ts';
import { indicatorsPage } from './indicators.ts';

function cell(year: number, own: Partial<IndicatorCell> = {}): IndicatorCell {
  return {
    place: 'AL',
    year,
    complete: year < 2026,
    value: 76,
    low: null,
    high: null,
    gap: null,
    numerator: 76,
    denominator: null,
    unknown: 11,
    unknownShare: 5,
    before: 100,
    ratio: 0.76,
    ratioLow: 0.58,
    ratioHigh: 0.99,
    verdict: 'fall',
    population: null,
    query: `country=AL&from=${year}-01-01&to=${year}-12-31`,
    ...own,
  };
}
const series: IndicatorSeries = {
  id: 'killed',
  framework: 'roadmap',
  title: 'People killed',
  definition: 'People killed in incidents of any type, not counting suicides.',
  kind: 'count',
  unit: 'people',
  measure: 'killed',
  better: 'lower',
  cells: [cell(2024, { value: null, gap: 'no_data', verdict: 'no_value' }), cell(2025), cell(2026)],
};
const table: IndicatorTable = {
  datasetVersion: 1,
  years: [2024, 2025, 2026],
  places: [{ code: 'AL', name: 'Albania', note: null, synthetic: 'none' as const }],
  morePlaces: 2,
  indicators: [series],
  families: [{ year: 2025, of: 'single', compared: 400, alone: 40, clear: 20 }],
  unavailable: [{ framework: 'roadmap', title: 'Cases decided', reason: 'They are not recorded.' }],
  synthetic: 'none',
  notes: [],
  datasets: [],
};
const input = { filter: {}, choices: { indicators: 'together' }, datasets: [], publisher: 'Made up', licence: undefined } as const;

test('the last complete year is said of each indicator and of all, with the incidents behind each value', () => {
  const { finding, reading, families, more, places, frameworks } = indicatorsPage.say(input, { table }, voiceOf('en'));
  expect(finding).toMatch(/^Albania: clear fall in 2025 in “.+”$/);
  expect(reading).toMatch(/^Of 1 indicators compared with 2024, 0 rose clearly and 1 fell clearly; 0 more could not be compared./);
  expect(families).toEqual([
    'All single locations: changes that are clear on their own: 40 of 400. Chance alone would give about 20.0. Still clear after correction: 20.',
  ]);
  expect(more).toBe('2 more locations have data and are not listed.');
  expect(places).toBe(1);
  expect(frameworks).toHaveLength(1);
  expect(frameworks[0]).toMatchObject({
    title: 'Armed violence (SALW Control Roadmap)',
    reading: '1 of 1 changed clearly in 2025.',
    years: [2024, 2025, 2026].map((year) => ({ year, isComplete: year < 2026 })),
    unavailable: [{ title: 'Cases decided', reason: 'They are not recorded.' }],
  });
  const [row] = frameworks[0]!.indicators[0]!.rows;
  expect(row).toMatchObject({
    name: 'Albania',
    verdict: { code: 'fall', text: '24% fewer', unknown: 'not reported in 11 incidents' },
  });
  expect(row?.cells.map(({ text, query }) => [text, query])).toEqual([
    ['no data', undefined],
    ['76', 'country=AL&from=2025-01-01&to=2025-12-31'],
    ['76', 'country=AL&from=2026-01-01&to=2026-12-31'],
  ]);
});

test('locations stand by their violent incidents for their people, and one verdict is in the words and in the code', () => {
  const placed = [null, 'RS', 'ME'].map((place) => cell(2025, { place, ...(place === 'ME' && { verdict: 'possible_fall' }) }));
  const { frameworks } = indicatorsPage.say(
    input,
    { table: { ...table, indicators: [{ ...series, id: 'incidents', cells: placed }] } },
    voiceOf('en'),
  );
  const [, ...rows] = frameworks[0]!.indicators[0]!.rows;
  expect(rows.map(({ place, verdict }) => [place, verdict?.code, verdict?.note])).toEqual([
    ['ME', 'possible_fall', 'may be due to chance among 400 comparisons'],
    ['RS', 'fall', 'an improvement'],
  ]);
});

test('where no year can be compared, no change is judged', () => {
  const cells = series.cells.map(({ year }) => cell(year, { verdict: 'no_earlier_year' }));
  const said = indicatorsPage.say(input, { table: { ...table, indicators: [{ ...series, cells }] } }, voiceOf('en'));
  expect(said.finding).toMatch(/no indicator of \d+ can be compared$/);
  expect(said.frameworks[0]?.reading).toMatch(/^No change in \d+ can be judged\.$/);
});

test('a location without data has no year, no mark and no verdict', () => {
  const cells = series.cells.map(({ year }) => cell(year, { value: null, gap: 'no_data', verdict: 'no_value' }));
  const said = indicatorsPage.say(input, { table: { ...table, indicators: [{ ...series, cells }] } }, voiceOf('en'));
  expect(said).toMatchObject({ finding: 'There is no data about Albania.', frameworks: [] });
  expect(said.reading).toBeUndefined();
});

test('where no incident is published nothing is asked', () => {
  expect(indicatorsPage.questions(input, {})).toBeUndefined();
});
