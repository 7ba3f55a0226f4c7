import { expect, test } from 'vitest';
import { radiusOf, usualScale } from '../figure-size.ts';
import type { CellFigure } from '../figure.ts';
import { circleOf, ringOf } from './selected-incident.tsx';
import { allReported } from '../../../../../packages/domain/testing/all-reported.ts';

const cell: CellFigure = {
  layer: 'cells',
  key: 'RS 20,44,21,45',
  country: 'RS',
  lon: 20.6,
  lat: 44.7,
  count: 14,
  amount: 14,
  killed: 0,
  injured: 0,
  ...allReported,
  shares: [{ type: 'suicide', count: 14 }],
  bounds: [20, 44, 21, 45],
};
const figures = [{ ...cell, key: 'XK 20,44,21,45', country: 'XK', count: 3 }, cell];
const record = { point: { lon: 20.1, lat: 44.1 }, country: 'RS', selected: true };

test('an incident is in the circle of its location whose area it lies in', () => {
  expect(circleOf(figures, record)?.count).toBe(14);
  expect(circleOf(figures, { ...record, point: { lon: 21.1, lat: 44.1 } })).toBeUndefined();
  expect(circleOf(figures, { ...record, point: undefined })).toBeUndefined();
  expect(circleOf(figures, undefined)).toBeUndefined();
});

test('one that the filter does not select is in no circle', () => {
  expect(circleOf(figures, { ...record, selected: false })).toBeUndefined();
});

test('the ring is around the circle, or else around the place itself', () => {
  expect(ringOf(record, cell, usualScale)).toEqual({ lon: 20.6, lat: 44.7, radius: radiusOf(14, usualScale) });
  expect(ringOf(record, undefined, usualScale)).toMatchObject({ lon: 20.1, lat: 44.1 });
  expect(ringOf({ ...record, point: undefined }, undefined, usualScale)).toBeUndefined();
});
