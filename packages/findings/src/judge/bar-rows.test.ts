import { expect, test } from 'vitest';
import { barReading, barRows, rateRows } from './bar-rows.ts';
import { allReported } from '../../../domain/testing/all-reported.ts';

const counted = [
  { value: 'a', incidents: 60, killed: 0, injured: 1, ...allReported },
  { value: 'b', incidents: 30, killed: 4, injured: 1, ...allReported },
  { value: 'c', incidents: 10, killed: 1, injured: 0, ...allReported },
];

const rows = barRows(counted, 'incidents');

test('bars follow the measure, most first, and those without any are no bars', () => {
  expect(barRows(counted, 'incidents').map((row) => row.value)).toEqual(['a', 'b', 'c']);
  expect(barRows(counted, 'killed')).toEqual([
    { value: 'b', amount: 4 },
    { value: 'c', amount: 1 },
  ]);
});

test('rates are sorted highest first', () => {
  expect(
    rateRows(
      new Map([
        ['x', { rate: 2.5, low: 1, high: 4 }],
        ['y', { rate: 45, low: 40, high: 51 }],
      ]),
    ),
  ).toEqual([
    { value: 'y', amount: 45, interval: [40, 51] },
    { value: 'x', amount: 2.5, interval: [1, 4] },
  ]);
});

test('those that may have as much as the most, for all that chance allows, are first with it', () => {
  const whole = { total: 100, dispersion: 1 };
  expect(barReading(rows, [], whole)).toMatchObject({ first: [{ value: 'a', amount: 60 }], total: 100, notReported: 0 });
  expect(barReading(rows, [], { ...whole, dispersion: 4 })?.first.map(({ value }) => value)).toEqual(['a', 'b']);
  expect(barReading([], [], whole)).toBeUndefined();
});

test('a value is not close to the first if a greater one is not', () => {
  const amounts = { donetsk: 4493, luhansk: 1683, kyiv: 88, dnipro: 4, lviv: 1 };
  const people = Object.entries(amounts).map(([value, amount]) => ({ value, amount }));
  const firstOf = (dispersion: number, some = people) =>
    barReading(some, [], { total: 6269, dispersion })?.first.map(({ value }) => value);
  expect(firstOf(40)).toEqual(['donetsk']);
  expect(firstOf(900)).toEqual(['donetsk', 'luhansk']);
  expect(firstOf(40, [people[0]!, people[4]!])).toEqual(['donetsk']);
  expect(firstOf(900, people.toReversed())).toEqual(['donetsk', 'luhansk']);
});

test('with a selection the reading is about it, and what is not reported is never first', () => {
  const whole = { total: 40, dispersion: 1 };
  expect(barReading(rows, ['b', 'c'], whole)?.first.map(({ value }) => value)).toEqual(['b']);
  expect(barReading(rows, ['d'], whole)).toBeUndefined();
  expect(barReading([{ value: 'not_reported', amount: 99 }, ...rows], [], whole)).toMatchObject({
    first: [{ value: 'a' }],
    notReported: 99,
  });
});
