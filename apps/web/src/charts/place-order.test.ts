import type { SaidPlace } from '@monitor/contract';
import { expect, test } from 'vitest';
import { sortedPlaces } from './place-order.ts';

const row = (code: string, rate: number | undefined, killed: number, incidents = 50) =>
  ({ code, incidents, rate: rate === undefined ? undefined : { rate, low: 0, high: 0 }, killed }) as unknown as SaidPlace;

test('rows are sorted either way, and those without the number are last in both', () => {
  const rows = [row('RS', 4, 41), row('XX', undefined, 2), row('XK', 28, 21)];
  const codes = (order: 'rate' | 'killed', rising: boolean) => sortedPlaces(rows, order, rising).map(({ code }) => code);
  expect(codes('rate', false)).toEqual(['XK', 'RS', 'XX']);
  expect(codes('rate', true)).toEqual(['RS', 'XK', 'XX']);
  // So are the rates of few incidents, which chance makes high.
  rows.unshift(row('ME-13', 90, 0, 2));
  expect(codes('rate', false)).toEqual(['XK', 'RS', 'ME-13', 'XX']);
  rows.shift();
  expect(codes('killed', false)).toEqual(['RS', 'XK', 'XX']);
});
