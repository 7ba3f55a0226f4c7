import { exactPointsOf } from '@monitor/domain';
import { randomCounts } from '@monitor/statistics/random-counts';
import { expect, test } from 'vitest';
import { nearRepeats } from './near-repeat.ts';
import { settlementConcentration } from './settlement-concentration.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const random = randomCounts(3);
/** A whole number about half of this, differently each time. */
const about = (most: number) => Math.min(most, random(most / 2, most / 4));

function pointsOf(places: readonly (readonly [east: number, north: number, day: number])[]) {
  // 0.001 degrees of latitude are 111 metres, of longitude at 45 degrees 79.
  return {
    lon: places.map(([east]) => 20_000_000 + Math.round(east * 12.7)),
    lat: places.map(([, north]) => 45_000_000 + Math.round(north * 9)),
    day: places.map(([, , day]) => 18_000 + day),
  };
}
const scattered = Array.from({ length: 400 }, () => [about(9000), about(9000), about(900)] as const);

test('repeats that were put in are found and named', () => {
  const repeats = scattered.slice(0, 120).map(([east, north, day]) => [east + 60, north, day + 4] as const);
  const found = nearRepeats({ points: pointsOf([...scattered, ...repeats]) });
  if (found.kind !== 'tested') throw new Error(found.kind);
  expect(found.finding.kind).toBe('more');
  expect(found.finding.cell.observed / found.finding.cell.expected).toBeGreaterThan(1.5);
  expect(found.bands[0]![0]!.adjusted).toBeLessThan(0.05);
});

test('points without repeats give no sign of them', () => {
  const found = nearRepeats({ points: pointsOf(scattered) });
  expect(found).toMatchObject({ kind: 'tested', points: 400, permutations: 999, method: 'permutations' });
  expect(found.kind === 'tested' && found.finding.kind).not.toBe('more');
});

test('it says why there is no table', () => {
  expect(nearRepeats({ points: pointsOf(scattered.slice(0, 49)) })).toEqual({ kind: 'few_points', points: 49, least: 50 });
  expect(nearRepeats({ points: null })).toEqual({ kind: 'too_many_points' });
  const apart = scattered.map((_, at) => [at * 2000, 0, at] as const);
  expect(nearRepeats({ points: pointsOf(apart) })).toEqual({ kind: 'nothing_near', points: 400 });
});

test('settlements where incidents pile up do not count as near: only exact points do', () => {
  const incident = { occurred_on: '2024-05-01', date_precision: 'day', lon: 20, lat: 45, place_precision: 'settlement' } as const;
  const answer = exactPointsOf(Array.from({ length: 60 }, () => incident));
  expect(answer.leftOut.settlement).toBe(60);
  expect(nearRepeats(answer)).toEqual({ kind: 'few_points', points: 0, least: 50 });
});

const sums = { killed: 0, injured: 0, ...allReported };
const elsewhere = { incidents: 9, amount: 9, ...sums };

test('concentration is of all settlements, also those without an incident', () => {
  const found = settlementConcentration({
    inSettlements: { settlements: 30, incidents: 230, amount: 230, ...sums },
    elsewhere,
    spread: {
      counts: [
        { amount: 100, settlements: 2 },
        { amount: 2, settlements: 2 },
        { amount: 1, settlements: 26 },
      ],
      known: 200,
    },
  });
  // Ten of two hundred settlements have 200 + 4 + 6 of 230 incidents.
  expect(found).toMatchObject({ kind: 'measured', places: 200, events: 230, elsewhere: 9, isMore: true });
  expect(found.kind === 'measured' && found.busiest.value).toBeCloseTo(210 / 230, 12);
});

test.each([
  [{ settlements: 10, incidents: 49, amount: 49, ...sums }, 200, { kind: 'few_incidents', count: 49, least: 50 }],
  [{ settlements: 10, incidents: 90, amount: 90, ...sums }, 19, { kind: 'few_settlements', count: 19, least: 20 }],
  [{ settlements: 10, incidents: 90, amount: 90, ...sums }, null, { kind: 'area' }],
])('it says why there is no concentration', (inSettlements, known, answer) => {
  expect(
    settlementConcentration({ inSettlements, elsewhere, spread: { counts: [{ amount: 9, settlements: 10 }], known } }),
  ).toEqual(answer);
});
