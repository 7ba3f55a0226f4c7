import { expect, test } from 'vitest';
import { barReading, barRows, rateRows } from './bar-rows.ts';

const counted = [
  { value: 'a', incidents: 60, killed: 0, injured: 1 },
  { value: 'b', incidents: 30, killed: 4, injured: 1 },
  { value: 'c', incidents: 10, killed: 1, injured: 0 },
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

test('the reading gives a share only where each incident is counted once', () => {
  expect(barReading(rows, [], true)).toEqual({ first: ['a'], amount: 60, share: 0.6 });
  expect(barReading(rows, [], false)?.share).toBeUndefined();
  expect(barReading([], [], true)).toBeUndefined();
});

test('with a selection the reading is about it, and so are its shares', () => {
  expect(barReading(rows, ['b', 'c'], true)).toEqual({ first: ['b'], amount: 30, share: 0.75 });
  expect(barReading(rows, ['d'], true)).toBeUndefined();
});

test('values that are level are all first', () => {
  const level = [...rows, { value: 'd', amount: 60 }];
  expect(barReading(level, [], true)).toMatchObject({ first: ['a', 'd'], share: 0.375 });
});
