import { expect, test } from 'vitest';
import { splitParts, splitRequest } from './trend-split.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const point = (start: string, amounts: object) => ({
  start,
  partial: false,
  incidents: 0,
  killed: 0,
  injured: 0,
  ...allReported,
  ...amounts,
});

test('people killed are split by sex as victims who were killed, one and the same person', () => {
  expect(splitRequest({ country: ['RS'] }, 'killed', 'victim_sex')).toEqual({
    dimension: 'victim_sex',
    filter: { country: ['RS'], victim_outcome: ['killed'] },
    measure: 'victims',
    addsUp: true,
  });
  expect(splitRequest({ victim_outcome: ['injured'] }, 'killed', 'victim_sex')).toBeUndefined();
  expect(splitRequest({}, 'killed', 'none')).toBeUndefined();
});

test('parts that overlap are told apart from parts of a whole', () => {
  expect(splitRequest({}, 'incidents', 'outcome')?.addsUp).toBe(false);
  expect(splitRequest({}, 'incidents', 'victim_sex')?.addsUp).toBe(false);
  expect(splitRequest({}, 'incidents', 'weapon')?.addsUp).toBe(false);
  expect(splitRequest({}, 'weapons', 'weapon')?.addsUp).toBe(true);
  expect(splitRequest({}, 'incidents', 'type')?.addsUp).toBe(true);
  expect(splitRequest({}, 'killed', 'region')?.addsUp).toBe(true);
});

test('people who are not described are unknown, beside those whose sex is not reported', () => {
  const request = splitRequest({}, 'killed', 'victim_sex')!;
  const parts = [
    { value: 'not_reported', points: [point('2025-01-01', { victims: 1 }), point('2025-02-01', { victims: 0 })] },
    { value: 'woman', points: [point('2025-01-01', { victims: 2 }), point('2025-02-01', { victims: 1 })] },
    { value: 'man', points: [point('2025-01-01', { victims: 4 }), point('2025-02-01', { victims: 3 })] },
  ];
  const whole = { measure: 'killed' as const, points: [point('2025-01-01', { killed: 9 }), point('2025-02-01', { killed: 4 })] };
  expect(splitParts(parts, request, whole)).toEqual([
    { value: 'man', amounts: [4, 3], sum: 7 },
    { value: 'woman', amounts: [2, 1], sum: 3 },
    { value: 'not_reported', amounts: [3, 0], sum: 3 },
  ]);
});

test('of parts that overlap only what is not reported is unknown', () => {
  const request = splitRequest({}, 'incidents', 'weapon')!;
  const parts = [
    { value: 'handgun', points: [point('2025-01-01', { incidents: 8 })] },
    { value: 'explosive', points: [point('2025-01-01', { incidents: 0 })] },
    { value: 'not_reported', points: [point('2025-01-01', { incidents: 5 })] },
  ];
  const whole = { measure: 'incidents' as const, points: [point('2025-01-01', { incidents: 12 })] };
  expect(splitParts(parts, request, whole).map(({ value, sum }) => [value, sum])).toEqual([
    ['handgun', 8],
    ['not_reported', 5],
  ]);
});
