import { expect, test } from 'vitest';
import { madeUpAnswer } from '../../testing/made-up-answer.ts';
import type { Side, SidesComparison } from './compare-sides.ts';
import { pairedRates, pairedReading, pairedRows } from './paired-rows.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const { totals } = madeUpAnswer({ incidents: 300 });
const side = (counts: Readonly<Record<string, number>>, filter: Side['filter'] = {}): Side => {
  const facet = Object.entries(counts).map(([value, incidents]) => ({ value, incidents, killed: 0, injured: 0, ...allReported }));
  return { filter, datasets: [], summary: { period: null, totals, facets: { type: facet, country: facet } } };
};
const comparison = {
  counts: [1, 1],
  change: { kind: 'too_few' },
  days: [365, 365],
  exposures: [365, 365],
} as unknown as SidesComparison;

test('values of both sides are side by side, those with most in A first, and few are not compared', () => {
  const sides = [side({ suicide: 40, other: 200 }), side({ suicide: 9, other: 100, weapon_theft: 3 })] as const;
  const rows = pairedRows('type', sides, 'incidents', comparison);
  expect(rows.map(({ value, amounts, isClear }) => [value, ...amounts, isClear])).toEqual([
    ['other', 200, 100, true],
    ['suicide', 40, 9, false],
    ['weapon_theft', 0, 3, false],
  ]);
  expect(rows.map(({ change }) => change?.kind)).toEqual(['change', 'too_few', 'too_few']);
  expect(pairedReading(rows)).toEqual({ kind: 'clear', more: ['other'], fewer: [] });
});

test('a value whose incidents in a side do not give the number has none there and no ratio', () => {
  const of = (injured: number, missing: number) => {
    const facet = [{ value: 'suicide', incidents: 90, killed: 0, injured, notReported: { killed: 0, injured: missing } }];
    return { filter: {}, datasets: [], summary: { period: null, totals, facets: { type: facet } } };
  };
  const rows = pairedRows('type', [of(40, 0), of(0, 90)], 'injured', comparison);
  expect(rows).toEqual([{ value: 'suicide', amounts: [40, undefined], change: undefined, isNotReported: true, isClear: false }]);
  expect(pairedReading(rows)).toEqual({ kind: 'uneven' });
  expect(pairedRows('type', [of(40, 0), of(0, 0)], 'injured', comparison)[0]).toMatchObject({ amounts: [40, 0] });
});

test('a value that a side leaves out has no count there and no ratio', () => {
  const sides = [side({ RS: 200, XK: 50 }, { country: ['RS'] }), side({ RS: 200, XK: 50 }, { country: ['XK'] })] as const;
  const rows = pairedRows('country', sides, 'incidents', comparison);
  expect(rows.map(({ value, amounts, change }) => [value, ...amounts, change])).toEqual([
    ['RS', 200, undefined, undefined],
    ['XK', undefined, 50, undefined],
  ]);
  expect(pairedReading(rows)).toEqual({ kind: 'apart' });
});

test('where the sides cannot be compared, no value is', () => {
  const sides = [side({ other: 200 }), side({ other: 100 })] as const;
  const uneven = { ...comparison, days: undefined, exposures: undefined };
  const rows = pairedRows('type', sides, 'incidents', uneven);
  expect(rows.map(({ change }) => change)).toEqual([undefined]);
  expect(pairedReading(rows)).toEqual({ kind: 'uneven' });
  // A selection beside itself has no difference, and no interval of one.
  const identical = { ...comparison, change: { kind: 'identical' } } as const;
  expect(pairedRows('type', sides, 'incidents', identical).map(({ change }) => change)).toEqual([undefined]);
});

test('one difference among many is corrected for their number', () => {
  const many = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`t${index}`, 100]));
  const sides = [side({ ...many, odd: 130 }), side({ ...many, odd: 98 })] as const;
  const rows = pairedRows('type', sides, 'incidents', comparison);
  expect(rows.find(({ value }) => value === 'odd')?.change).toMatchObject({
    kind: 'change',
    low: expect.toSatisfy((low: number) => low > 1),
  });
  expect(pairedReading(rows)).toEqual({ kind: 'none' });
});

test('rates are compared by people and days', () => {
  const rate = (events: number, exposure: number) => ({
    rate: events / exposure,
    low: 0,
    high: 0,
    events,
    exposure,
    source: '',
    firstYear: 2024,
    lastYear: 2024,
    dispersion: 1,
  });
  const sides = [side({}), side({})] as const;
  const rates = [new Map([['RS', rate(100, 2)]]), new Map([['RS', rate(100, 1)]])] as const;
  const rows = pairedRates('country', rates, sides, true);
  expect(rows[0]?.change).toMatchObject({ kind: 'change', ratio: 0.5 });
  // The list of a side counts the places that its filter leaves out, too.
  const [ofOthers] = pairedRates('country', rates, [side({}), side({}, { country: ['XK'] })], true);
  expect(ofOthers).toMatchObject({ value: 'RS', amounts: [rows[0]?.amounts[0], undefined], change: undefined, isClear: false });
});
