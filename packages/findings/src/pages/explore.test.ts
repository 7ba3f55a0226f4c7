import type { Summary } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import { expect, test } from 'vitest';
import { counted, madeUpAnswer } from '../../testing/made-up-answer.ts';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { voiceOf } from '../say/voice.ts';
import { type ExploreChoices, explorePage } from './explore.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const year = { from: '2025-01-01', to: '2025-12-31' };
const covered = { from: '2023-01-01', to: '2025-12-31' };
const datasets = [madeUpDataset('demo', { AL: covered, RS: covered }), madeUpDataset('empty', { XK: covered })];
const choices: ExploreChoices = { measure: 'incidents', interval: 'auto', against: undefined, chart: 'all', rates: [] };
const input = { filter: year, choices, datasets, publisher: 'Made up', licence: undefined };
const against = { from: '2024-01-01', to: '2024-12-31' };

const point = (start: string, incidents: number) => ({ start, incidents, killed: 0, injured: 0, ...allReported, partial: false });
const months = ['2025-01-01', '2025-02-01', '2025-03-01'];

function answer(incidents: number, period = year, parts?: Summary['series']['parts']): Summary {
  return {
    datasetVersion: 1,
    period,
    ...madeUpAnswer({ incidents }, { dataset: [counted('demo', { incidents })], country: [counted('RS', { incidents })] }),
    comparison: null,
    series: { interval: 'month', points: months.map((start) => point(start, incidents)), ...(parts && { parts }) },
  };
}

/** What is asked for each chart alone, and for all. */
const asked = (chosen: Partial<ExploreChoices>, filter = input.filter) =>
  explorePage.questions({ ...input, filter, choices: { ...choices, ...chosen } }, {})!;

test('a chart alone asks for what it draws, and for what says where the figures come from', () => {
  expect(asked({ chart: 'weapon' }).a.summary.request).toMatchObject({ facets: ['weapon', 'dataset', 'country'], hours: false });
  expect(asked({ chart: 'week' }).a.summary.request).toMatchObject({ facets: ['dataset', 'country'], hours: true });
  expect(asked({ chart: 'map' }).a.summary.request).toMatchObject({ facets: ['region', 'dataset', 'country'], hours: false });
  const { request } = asked({}).a.summary;
  expect(request.facets).toEqual(expect.arrayContaining(['country', 'type', 'outcome', 'region', 'weapon', 'dataset']));
  expect(request.hours).toBe(true);
});

test('several chosen locations have lines of their own, unless the selection is compared with another', () => {
  const several = { ...year, country: ['AL', 'RS'] };
  expect(asked({}, several).a.summary.request).toMatchObject({ split: 'country' });
  expect(asked({}).a.summary.request).not.toHaveProperty('split');
  expect(asked({ against }, several).a.summary.request).not.toHaveProperty('split');
  expect(asked({ chart: 'type' }, several).a.summary.request).not.toHaveProperty('split');
});

test('both sides are asked for every measure that either has a figure of, day by day', () => {
  const { a, b, everOfB } = asked({ against: { ...against, victim_sex: ['woman'] } });
  expect(a.summary.request.measures).toContain('victims');
  expect(b?.summary).toMatchObject({ filter: { ...against, victim_sex: ['woman'] }, request: { interval: 'day' } });
  expect(b?.summary.request.measures).toEqual(a.summary.request.measures);
  expect(everOfB?.summary.filter).toEqual({ victim_sex: ['woman'] });
  expect(asked({})).not.toHaveProperty('b');
});

test('one selection has its trend, its months and the datasets that it comes from', () => {
  const parts = ['AL', 'RS'].map((value) => ({ value, points: months.map((start) => point(start, 20)) }));
  const said = explorePage.say(input, { a: answer(40, year, parts), ever: answer(50) }, voiceOf('en'));
  expect(said.sides).toMatchObject([
    { query: 'from=2025-01-01&to=2025-12-31', sources: ['demo'], held: ['demo'], synthetic: 'all' },
  ]);
  expect(said.months).toEqual({ from: '2025-01-01', counts: [50, 50, 50] });
  expect(said.trend?.parts.map(({ name, counts }) => [name, counts])).toEqual([
    ['Albania', [20, 20, 20]],
    ['Serbia', [20, 20, 20]],
  ]);
  expect(said.figures.map(({ of }) => of)).toEqual(['incidents', 'killed', 'injured', 'rate']);
  const killed = { ...input, choices: { ...choices, measure: 'killed' as const } };
  const { figures } = explorePage.say(killed, { a: answer(40, year, parts), ever: answer(50) }, voiceOf('en'));
  expect(figures.map(({ of }) => of)).toEqual(['killed', 'incidents', 'injured', 'rate']);
  const alone = { ...input, choices: { ...choices, chart: 'type' as const } };
  expect(explorePage.say(alone, { a: answer(40), ever: answer(50) }, voiceOf('en'))).not.toHaveProperty('trend');
});

test('two selections have names, and the finding is how they differ', () => {
  const said = explorePage.say(
    { ...input, choices: { ...choices, against } },
    { a: answer(40), ever: answer(50), b: answer(20, against), everOfB: answer(50) },
    voiceOf('en'),
  );
  expect(said.sides.map(({ name }) => name)).toEqual(['2025', '2024']);
  expect(said.finding).toMatchObject({
    text: 'There were 40 incidents in 2025, 20 more than in 2024. The difference is more than chance would explain.',
    isClear: true,
  });
  expect(said.figures[0]).toMatchObject({ of: 'incidents', amounts: [40, 20], isClear: true });
  expect(said).not.toHaveProperty('trend');
});

test('a selection of nothing says so', () => {
  const none = { ...answer(0), ...madeUpAnswer({}), series: { interval: 'month' as const, points: [] } };
  const said = explorePage.say(input, { a: none, ever: none }, voiceOf('en'));
  expect(said.finding).toEqual({ text: 'No matching incidents', isClear: false });
  expect(said.figures[0]).toMatchObject({ of: 'incidents', amounts: [0] });
  expect(said).not.toHaveProperty('months');
  expect(said).not.toHaveProperty('noData');
});

test.each([
  [{ ...year, country: ['UA'] }, 'There is no data about Ukraine.'],
  [{ from: '2010-01-01', to: '2010-12-31' }, 'There is no data in 2010. The data covers 1 Jan 2023 to 31 Dec 2025.'],
])('what the data does not cover is not zero', (filter, text) => {
  const zeros = { ...answer(0, filter), ...madeUpAnswer({}) };
  const { finding, figures, noData, trend, charts } = explorePage.say(
    { ...input, filter },
    { a: zeros, ever: zeros },
    voiceOf('en'),
  );
  const readings = [finding.text, noData, trend?.reading, ...Object.values(charts).map(({ counts }) => counts.reading)];
  expect([...new Set(readings.map((one) => one?.replaceAll('\u00a0', ' ')))]).toEqual([text]);
  expect(figures.flatMap(({ amounts }) => amounts)).toEqual(figures.map(() => null));
});

test('the days that a reader can choose from are those of the data of the chosen places', () => {
  const days = { from: '2024-03-01', to: '2025-01-31' };
  const ended = madeUpDataset('ended', { EC: days });
  const coverage = (filter: Filter) =>
    explorePage.say({ ...input, filter, datasets: [...datasets, ended] }, { a: answer(3), ever: answer(3) }, voiceOf('en')).sides[0]
      ?.coverage;
  expect(coverage({ country: ['EC'] })).toEqual(days);
  expect(coverage({ dataset: ['ended'] })).toEqual(days);
  expect(coverage({})?.to).toBe('2025-12-31');
});
