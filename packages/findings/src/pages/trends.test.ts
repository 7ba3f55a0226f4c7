import type { Summary } from '@monitor/contract';
import type { Filter, SeriesStep } from '@monitor/domain';
import { expect, test } from 'vitest';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { voiceOf } from '../say/voice.ts';
import { type TrendsChoices, trendsPage } from './trends.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const year = { from: '2025-01-01', to: '2025-12-31' };
const datasets = [madeUpDataset('demo', { AL: { ...year, from: '2024-01-01' }, RS: { ...year, from: '2024-01-01' } })];
const choices: TrendsChoices = { measure: 'incidents', interval: 'auto', unit: 'count', split: 'country' };

const input = { filter: year, choices, datasets, publisher: 'Made up', licence: undefined };

const months = (incidents: number): SeriesStep[] =>
  Array.from({ length: 12 }, (_, at) => ({
    start: `2025-${String(at + 1).padStart(2, '0')}-01`,
    incidents: at < incidents ? 1 : 0,
    killed: 0,
    injured: 0,
    ...allReported,
    partial: false,
  }));

const quarters = (incidents: number): Summary['series'] => ({
  interval: 'quarter',
  points: [1, 4, 7, 10].map((month) => ({ ...months(1)[0]!, start: `2025-${String(month).padStart(2, '0')}-01`, incidents })),
});

function answer(incidents: number, parts?: Summary['series']['parts']): Summary {
  return {
    datasetVersion: 1,
    period: year,
    totals: {
      incidents,
      killed: 0,
      injured: 0,
      ...allReported,
      threatened: 0,
      suicides: 0,
      withoutPoint: 0,
      dispersion: { weeks: 0, squares: 0, sums: 0 },
      notReported: { killed: 0, injured: 0, threatened: 0, suicides: 0 },
      clustering: { killed: { squares: 0, largest: [0, 0] }, injured: { squares: 0, largest: [0, 0] } },
    },
    comparison: null,
    series: { interval: 'month', points: months(incidents), ...(parts && { parts }) },
    facets: { dataset: [{ value: 'demo', incidents, killed: 0, injured: 0, ...allReported }] },
  };
}

test('a page asks for the parts of its series only where it is split, and for what its change is judged among', () => {
  const asked = (split: TrendsChoices['split']) =>
    Object.keys(trendsPage.questions({ ...input, choices: { ...choices, split } }, {}) ?? {});
  const family = ['first', 'second', 'everFirst', 'everSecond'];
  expect(asked('none')).toEqual(['now', 'past', 'year', ...family]);
  expect(asked('country')).toEqual(['now', 'past', 'year', 'parts', 'partsNow', ...family]);
  expect(asked('type')).toEqual(['now', 'past', 'year', 'parts', 'partsNow', ...family]);
  expect(trendsPage.questions({ ...input, datasets: [] }, {})).toBeUndefined();
});

test('parts have yearly steps over three years and more, unless others are chosen', () => {
  const stepsOf = (
    split: TrendsChoices['split'],
    interval: TrendsChoices['interval'],
    from = '2014-01-01',
    unit = choices.unit,
  ) => {
    const asked = { ...input, filter: { ...year, from }, choices: { ...choices, split, interval, unit } };
    return (trendsPage.questions(asked, {}) as { readonly now: { readonly summary: { readonly request: object } } }).now.summary
      .request;
  };
  expect(stepsOf('country', 'auto')).toMatchObject({ interval: 'year' });
  expect(stepsOf('country', 'month')).toMatchObject({ interval: 'month' });
  expect(stepsOf('country', 'auto', '2024-01-01')).toMatchObject({ interval: 'month' });
  expect(stepsOf('none', 'auto')).toMatchObject({ interval: 'month' });
  // Months are too short for yearly rates.
  expect(stepsOf('none', 'auto', '2014-01-01', 'rate')).toMatchObject({ interval: 'quarter' });
});

test('parts have the steps of the whole, which are longer where there are few incidents', () => {
  const parts = [
    { value: 'AL', points: months(8) },
    { value: 'RS', points: months(2) },
  ];
  const said = trendsPage.say(
    input,
    { now: answer(10), past: answer(10), year: answer(10), parts: answer(10, parts) },
    voiceOf('en'),
  );
  expect(said.interval).toBe('quarter');
  expect(said.steps.map(({ count }) => count)).toEqual([3, 3, 3, 1]);
  expect(said.parts.map(({ name, amounts, end }) => [name, amounts, end])).toEqual([
    ['Albania', [3, 3, 2, 0], '0'],
    ['Serbia', [2, 0, 0, 0], '0'],
    ['Others or not reported', [0, 0, 1, 1], '1'],
  ]);
  expect(said).toMatchObject({ sources: ['demo'], synthetic: 'all', incidents: 10, addsUp: true, levels: [], ends: [] });
  expect(said.title).toBe('All incidents');
});

test('a rate is not compared across the end of data about a place, though no such incident was there: its people are gone', () => {
  const elsewhere = madeUpDataset('elsewhere', { UA: { from: '2024-01-01', to: '2025-06-30' } });
  const many = { ...answer(600), series: quarters(150) };
  const stretches = (unit: TrendsChoices['unit']) =>
    trendsPage
      .say(
        { ...input, datasets: [...datasets, elsewhere], choices: { ...choices, interval: 'quarter', unit, split: 'none' } },
        { now: many, past: many, year: many },
        voiceOf('en'),
      )
      .steps.map(({ stretch }) => stretch);
  expect(stretches('count')).toEqual([0, 0, 0, 0]);
  expect(stretches('rate')).toEqual([0, 0, 1, 1]);
});

test('the rate of the last quarter is of all its days with data, not of those up to its last incident', () => {
  const lastTo = (to: string) => {
    const one = { ...answer(600), series: quarters(150), period: { ...year, to } };
    const own = { ...choices, interval: 'quarter', unit: 'rate', split: 'none' } as const;
    return trendsPage.say({ ...input, filter: {}, choices: own }, { now: one, past: one, year: one }, voiceOf('en')).steps.at(-1);
  };
  expect(lastTo('2025-12-10')?.count).toBe(lastTo('2025-12-31')?.count);
});

test('months have counts where yearly rates are asked for, and say why; where nothing is chosen, rates can be', () => {
  const said = (interval: TrendsChoices['interval'], unit: TrendsChoices['unit']) => {
    const shownAnswer = { ...answer(600), ...(interval === 'auto' && unit === 'rate' && { series: quarters(150) }) };
    const { unit: shown, noRate } = trendsPage.say(
      { ...input, choices: { ...choices, interval, unit, split: 'none' } },
      { now: shownAnswer, past: shownAnswer, year: shownAnswer },
      voiceOf('en'),
    );
    return [shown, noRate];
  };
  expect(said('month', 'rate')).toEqual(['count', 'steps too short for yearly rates']);
  expect(said('month', 'count')).toEqual(['count', 'steps too short for yearly rates']);
  expect(said('auto', 'count')).toEqual(['count', undefined]);
  expect(said('auto', 'rate')).toEqual(['rate', undefined]);
});

test('a chart ends where the data does, and says which places it is of and what is counted', () => {
  const said = (filter: Filter, more: Partial<TrendsChoices> = {}) => {
    const own = { ...choices, split: 'none', ...more } as const;
    const one = { ...answer(600), series: quarters(150) };
    return trendsPage.say({ ...input, filter, choices: own }, { now: one, past: one, year: one }, voiceOf('en'));
  };
  const later = { ...year, to: '2027-12-31' };
  const points = [...quarters(150).points, { ...months(0)[0]!, start: '2026-01-01' }];
  const past = { ...answer(600), series: { interval: 'quarter', points }, period: later } as const;
  const own = { ...choices, split: 'none', interval: 'quarter' } as const;
  const { steps } = trendsPage.say({ ...input, filter: later, choices: own }, { now: past, past, year: past }, voiceOf('en'));
  expect(steps.map(({ start }) => start).at(-1)).toBe('2025-10-01');
  expect(said(year).reading).toMatch(/^All incidents per quarter, all places, 2025/);
  expect(said({ ...year, region: ['RS-00'] }).reading).toMatch(/^All incidents per quarter, in Beograd, 2025/);
  expect(said({ ...year, id: ['1'] as never }).reading).toMatch(/^All incidents per quarter, 2025/);
  const disputes = { ...year, type: ['public_dispute'] } as const;
  expect(said(disputes, { measure: 'weapons' }).what).toBe('Weapons per quarter');
  expect(said({ ...year, type: ['weapon_seizure'] }, { measure: 'weapons' }).what).toBe('Weapons seized per quarter');
});

test('twelve months are the last only where they are those of all data', () => {
  const own = madeUpDataset('demo', { RS: { from: '2022-01-01', to: '2025-12-31' } });
  const elsewhere = madeUpDataset('elsewhere', { UA: { from: '2022-01-01', to: '2024-12-31' } });
  const titleOf = (country: string, [from, to]: readonly [string, string]) => {
    const before = { rule: 'year_earlier', from: '2023-01-01', to: '2023-12-31', totals: answer(100).totals } as const;
    const of = (incidents: number) => {
      const dataset = [
        { value: 'elsewhere', incidents, killed: 0, injured: 0, ...allReported },
        ...answer(incidents).facets.dataset!,
      ];
      return { ...answer(incidents), period: { from, to }, facets: { dataset } };
    };
    const asked = {
      ...input,
      filter: { country: [country] },
      datasets: [own, elsewhere],
      choices: { ...choices, split: 'none' },
    } as const;
    return trendsPage.say(asked, { now: of(600), past: of(900), year: { ...of(600), comparison: before } }, voiceOf('en')).title;
  };
  expect(titleOf('UA', ['2024-01-01', '2024-12-31'])).toMatch(/ in 2024/);
  expect(titleOf('RS', ['2025-01-01', '2025-12-31'])).toMatch(/ in the last 12 months/);
});

test('the days that a reader can choose from are those of the data of the chosen places', () => {
  const days = { from: '2024-03-01', to: '2025-01-31' };
  const ended = madeUpDataset('ended', { EC: days });
  const coverage = (filter: Filter) =>
    trendsPage.say(
      { ...input, filter, datasets: [...datasets, ended] },
      { now: answer(3), past: answer(3), year: answer(3) },
      voiceOf('en'),
    ).coverage;
  expect(coverage({ country: ['EC'] })).toEqual(days);
  expect(coverage({ dataset: ['ended'] })).toEqual(days);
  expect(coverage({})?.to).toBe('2025-12-31');
});

test('only twelve months are called the last twelve; those of shorter data are named', () => {
  const titleOf = (from: string) => {
    const parts = ['AL', 'RS'].map((value, at) => ({ value, points: months(10), totals: answer(90 - 60 * at).totals }));
    const one = { ...answer(120, parts), series: { ...answer(120).series, parts } };
    const short = [madeUpDataset('demo', { AL: { ...year, from }, RS: { ...year, from } })];
    const answers = { now: one, past: one, year: one, parts: one, partsNow: one };
    return trendsPage.say({ ...input, filter: {}, datasets: short }, answers, voiceOf('en')).title.replaceAll('\u00a0', ' ');
  };
  expect(titleOf('2024-01-01')).toContain('in the last 12 months');
  expect(titleOf('2025-08-01')).toContain('in Aug–Dec 2025');
});
