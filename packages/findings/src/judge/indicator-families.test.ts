import type { IndicatorCell, IndicatorSeries } from '@monitor/contract';
import { expect, test } from 'vitest';
import { familyOfCells, judgeFamilies } from './indicator-families.ts';

type Compared = Pick<IndicatorCell, 'place' | 'year' | 'verdict' | 'ratio' | 'ratioLow' | 'ratioHigh'>;

/** A fall whose interval just excludes no change: a p-value of a little under 0.05. */
const barely = (place: string | null, year = 2025): Compared => ({
  place,
  year,
  verdict: 'fall',
  ratio: 0.77,
  ratioLow: 0.6,
  ratioHigh: 0.988,
});
const rise = (place: string | null): Compared => ({ ...barely(place), verdict: 'rise', ratio: 2, ratioLow: 1.6, ratioHigh: 2.5 });
const unclear = (place: string | null): Compared => ({
  ...barely(place),
  verdict: 'no_clear_change',
  ratio: 1.1,
  ratioLow: 0.9,
  ratioHigh: 1.34,
});
const few = (place: string | null): Compared => ({
  ...barely(place),
  verdict: 'too_few',
  ratio: null,
  ratioLow: null,
  ratioHigh: null,
});
const judged = (...cells: readonly Compared[]) =>
  judgeFamilies(cells.map((cell) => ({ cells: [cell] }) as unknown as IndicatorSeries)).map((one) => one.cells[0]!.verdict);

test('a change of one location that is barely clear by itself may be due to chance among many', () => {
  expect(judged(barely('RS'))).toEqual(['fall']);
  const others = Array.from({ length: 9 }, () => unclear('AL'));
  expect(judged(barely('RS'), rise('AL'), ...others)).toEqual(['possible_fall', 'rise', ...others.map(() => 'no_clear_change')]);
  expect(judged({ ...rise('RS'), ratioLow: 1.005, ratioHigh: 3.98 }, ...others)[0]).toBe('possible_rise');
});

test('all locations together are a family of their own, as is each year, and what is not compared counts for none', () => {
  const others = Array.from({ length: 9 }, () => unclear('AL'));
  expect(judged(barely(null), ...others)[0]).toBe('fall');
  expect(judged(barely('RS', 2024), ...others)[0]).toBe('fall');
  expect(judged(barely('RS'), ...others.map(() => few('AL')))[0]).toBe('fall');
});

test('a family says how many are compared, how many exclude no change by themselves, and how many stay clear', () => {
  const cells = [barely('RS'), { ...barely('AL'), verdict: 'possible_fall' as const }, unclear('AL'), few('AL')];
  expect(familyOfCells(cells)).toEqual({ compared: 3, alone: 2, rises: 0, falls: 1 });
});
