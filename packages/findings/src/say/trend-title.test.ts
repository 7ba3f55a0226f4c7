import { expect, test } from 'vitest';
import { inPlaces, trendLead, trendTitle } from './trend-title.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');
const before = { count: 1589, baseline: { kind: 'period', from: '2024-11-01', to: '2025-10-31', years: 1 } } as const;
const unclear = { kind: 'change', difference: 0.055, low: -0.02, high: 0.13, before } as const;
const many = 'violent incidents';

test('the title is the finding', () => {
  const title = (given: Partial<Parameters<typeof trendTitle>[0]>) =>
    trendTitle(
      {
        change: undefined,
        level: undefined,
        name: 'Violent incidents',
        many,
        where: '',
        when: 'in the last 12 months',
        isToEnd: true,
        ...given,
      },
      voice,
    );
  expect(title({ change: unclear })).toBe(
    'No clear change in violent incidents in the last 12 months compared with Nov 2024 – Oct 2025',
  );
  expect(title({ change: { ...unclear, difference: 0.36, low: 0.13, high: 0.65 }, where: ' in Albania' })).toBe(
    '36% more violent incidents in Albania in the last 12 months than in Nov 2024 – Oct 2025',
  );
  expect(title({ change: { ...unclear, difference: -0.14, low: -0.22, high: -0.06 } })).toBe(
    '14% fewer violent incidents in the last 12 months than in Nov 2024 – Oct 2025',
  );
  const before3 = { count: 2697, baseline: { kind: 'period', from: '2020-01-01', to: '2022-12-31', years: 3 } } as const;
  expect(
    title({
      change: { ...unclear, difference: 0.08, low: 0.03, high: 0.14, before: before3 },
      where: ' in Kosovo*',
      when: 'in 2023–2025',
    }),
  ).toBe('8% more violent incidents in Kosovo* in 2023–2025 than in 2020–2022');
  const after = { period: { from: '2023-05-01', to: '2025-12-31' }, mean: 122 };
  const level = { start: '2023-05-01', difference: 0.22, low: 0.17, high: 0.28, after };
  expect(title({ change: unclear, level })).toBe('On average about 22% more violent incidents a month since May 2023 (17% to 28%)');
  expect(title({ level: { ...level, difference: -0.22, low: -0.28, high: -0.17 }, isToEnd: false })).toBe(
    'On average about 22% fewer violent incidents a month from May 2023 to December 2025 (17% to 28%)',
  );
  expect(title({ change: { kind: 'too_few', before } })).toBe('Violent incidents');
});

test('the line under it says what is shown, and the comparison with its interval', () => {
  const lead = trendLead(
    {
      what: 'Violent incidents per month',
      where: 'all places',
      period: { from: '2014-01-01', to: '2026-10-31' },
      change: unclear,
      compared: { from: '2025-11-01', to: '2026-10-31' },
      count: 1676,
      measure: 'incidents',
      kind: 'violence',
      levels: [
        { period: { from: '2014-01-01', to: '2023-04-30' }, amount: '112' },
        { period: { from: '2023-05-01', to: '2026-07-31' }, amount: '136' },
        { period: { from: '2025-11-01', to: '2026-10-31' }, amount: '140' },
      ],
    },
    voice,
  );
  expect(lead.replaceAll('\u00a0', ' ')).toBe(
    'Violent incidents per month, all places, 2014 – Oct 2026. No clear change: 1,676 violent incidents, against 1,589 a year before (−2% to +13%), in Nov 2025 – Oct 2026. Average per month: 112 in 2014 – Apr 2023, 136 in May 2023 – Jul 2026, and 140 in Nov 2025 – Oct 2026.',
  );
});

test('what cannot be compared has no period that it would be compared in', () => {
  const lead = trendLead(
    {
      what: 'All incidents per quarter',
      where: 'all places',
      period: { from: '2031-01-01', to: '2031-12-31' },
      change: { kind: 'data_end', day: '2026-11-27' },
      compared: { from: '2031-01-01', to: '2031-12-31' },
      count: 0,
      measure: 'incidents',
      kind: 'all',
      levels: [],
    },
    voice,
  );
  expect(lead.replaceAll('\u00a0', ' ')).toBe(
    'All incidents per quarter, all places, 2031. 0 incidents of all kinds · Data ends on 27 Nov 2026.',
  );
});

test('a day is one that something happens on', () => {
  const day = { from: '2026-11-30', to: '2026-11-30' };
  const lead = trendLead(
    {
      what: 'All incidents per day',
      where: 'all places',
      period: day,
      change: {
        kind: 'too_few',
        before: { count: 12, baseline: { kind: 'period', from: '2025-11-30', to: '2025-11-30', years: 1 } },
      },
      compared: day,
      count: 7,
      measure: 'incidents',
      kind: 'all',
      levels: [],
    },
    voice,
  );
  expect(lead.replaceAll('\u00a0', ' ')).toMatch(/12 a year before, on 30 Nov 2026\.$/);
});

test('a few places are named', () => {
  expect(inPlaces(['AL', 'RS'], voice)).toBe(' in Albania and Serbia');
  expect(inPlaces(undefined, voice)).toBe('');
});
