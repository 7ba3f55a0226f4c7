import { expect, test } from 'vitest';
import type { Measure } from '../filter/explore-state.ts';
import { formatOf } from '../format/use-format.ts';
import { englishTexts } from '../i18n/english-texts.ts';
import type { FigureChange } from './change.ts';
import { changeWords } from './change-words.ts';

const t = await englishTexts();
const format = formatOf('en-GB');
/** Without the signs that keep an interval on one line. */
const words = (change: FigureChange, long = true, figure: Measure = 'killed') => {
  const { text, explanation } = changeWords(change, long, figure, t, format, (code) => (code === 'AL' ? 'Albania' : code));
  return { text: text.replaceAll('\u00a0', ' '), explanation };
};
const change = { kind: 'change', difference: -0.042, low: -0.07, high: -0.012 } as const;
const baseline = { kind: 'period', from: '2021-06-01', to: '2023-10-31' } as const;

test('a change is said with its interval and what it is compared with', () => {
  expect(words({ ...change, baseline }).text).toBe('4% fewer than Jun 2021 – Oct 2023 (−7% to −1%)');
  expect(words({ ...change, difference: 0.062, low: 0.012, high: 0.11, baseline }).text).toBe(
    '6% more than Jun 2021 – Oct 2023 (+1% to +11%)',
  );
});

test('a change whose interval holds zero is called no clear change', () => {
  const unclear = { ...change, baseline, high: 0.02 };
  expect(words(unclear).text).toBe('no clear change from Jun 2021 – Oct 2023 (−7% to +2%)');
  expect(words(unclear, false).text).toBe('no clear change (−7% to +2%)');
  expect(words(unclear).explanation).toBe(
    '−4% per day compared with Jun 2021 – Oct 2023, but the 95% interval of −7% to +2% includes no change.',
  );
  expect(words({ ...unclear, high: 0 }, false).text).toBe('no clear change (−7% to 0%)');
  expect(words({ ...unclear, high: -0.0004 }, false).text).toBe('4% fewer (−7% to −0.04%)');
});

test('where the period before holds other seasons, the words say so', () => {
  const months = words({ ...change, baseline: { kind: 'months', count: 34 } });
  expect(months.text).toBe('4% fewer than the previous 34 months, different seasons (−7% to −1%)');
  expect(months.explanation).toContain('The two periods cover different seasons');
  expect(words({ ...change, baseline: { kind: 'days', count: 1060 } }).text).toContain(
    'the previous 1,060 days, different seasons',
  );
  expect(words({ ...change, baseline }).explanation).not.toContain('seasons');
});

test('a difference that one or two incidents make is not called a change, and they are named', () => {
  const heaviest = { side: 'earlier', incidents: 2, people: 19, events: 45 } as const;
  const { text, explanation } = words({ kind: 'rests_on_largest', heaviest });
  expect(text).toBe('driven by 2 incidents');
  expect(explanation).toBe(
    'The two largest incidents account for 19 of the 45 people killed in the comparison period. ' +
      'Without them there is no clear difference.',
  );
  expect(words({ kind: 'rests_on_largest', heaviest: { ...heaviest, incidents: 1 } }).text).toBe('driven by 1 incident');
  expect(words({ kind: 'few_incidents', heaviest }).text).toBe('too few incidents to compare');
  expect(words({ ...change, baseline, heaviest }).explanation).toContain('19 of the 45 people');
});

test('beside it the short form is enough, and the long one is in the explanation', () => {
  const { text, explanation } = words({ ...change, difference: 0.06, low: 0.02, high: 0.15, baseline }, false);
  expect(text).toBe('6% more (+2% to +15%)');
  expect(explanation).toBe('6% more per day than Jun 2021 – Oct 2023. 95% interval: +2% to +15%.');
});

test('where there is no change the reason is shown instead', () => {
  expect(words({ kind: 'too_few' }).text).toBe('too few to compare');
  expect(words({ kind: 'no_first_day' }).text).toBe('Pick a period to see the change');
  expect(words({ kind: 'data_end', day: '2025-09-30' }).text).toBe('data ends on 30 Sept 2025');
  expect(words({ kind: 'data_begin', day: '2025-01-01' }).text).toBe('data starts on 1 Jan 2025');
  expect(words({ kind: 'no_earlier_data' }).text).toBe('no earlier data');
});

test.each([
  ['incidents', 'There were fewer than 10 incidents in this period'],
  ['killed', 'Fewer than 10 people were killed in this period'],
  ['injured', 'Fewer than 10 people were injured in this period'],
] as const)('too few %s to compare are said with what they are', (figure, beginning) => {
  expect(words({ kind: 'too_few' }, true, figure).explanation).toContain(beginning);
});

test('parts of the data that hold one of the periods only are named with their days', () => {
  const later = { from: '2025-01-01', to: '2026-10-31' };
  const { text, explanation } = words({
    kind: 'uneven_data',
    parts: [
      { title: 'Demo', country: 'AL', ...later },
      { title: 'Archive', country: undefined, from: '2017-01-01', to: '2017-12-31' },
    ],
  });
  expect(text).toBe('the two periods have different data');
  expect(explanation).toContain('compared with: Albania in Demo (2025 – Oct 2026); Archive (2017). Choose');
});
