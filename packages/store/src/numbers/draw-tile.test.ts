import { expect, test } from 'vitest';
import { drawTile, type GatheredIncidents } from './draw-tile.ts';

const one: GatheredIncidents = {
  column: 0,
  row: 7,
  country: 'RS',
  type: 'suicide',
  count: 1,
  killed: 0,
  injured: 2,
  x: 10,
  y: 4000,
  west: 20.1,
  south: 44.1,
  east: 20.1,
  north: 44.1,
  id: 'AV-000000000000',
  occurred_on: '2024-01-01',
};

test('an incident alone in its cell is drawn where it is', () => {
  expect(drawTile([one], false)).toEqual({
    cells: [],
    incidents: [{ x: 10, y: 4000, properties: { id: one.id, type: 'suicide', killed: 0, injured: 2, occurred_on: '2024-01-01' } }],
  });
});

test('several of one location are drawn as one, near their mean', () => {
  const others = { ...one, type: 'public_dispute' as const, count: 3, killed: 1, x: 1400, y: 12_000, east: 20.3, south: 43.9 };
  const { cells, incidents } = drawTile([one, others], false);
  expect(incidents).toEqual([]);
  expect(cells).toEqual([
    {
      x: 353,
      y: 4000,
      properties: {
        country: 'RS',
        count: 4,
        killed: 1,
        injured: 4,
        types: 'public_dispute:3,suicide:1',
        bounds: '20.1,43.9,20.3,44.1',
      },
    },
  ]);
});

test('what lies in one square but in two locations is drawn apart', () => {
  const { cells } = drawTile(
    [
      { ...one, count: 9 },
      { ...one, country: 'BA', count: 5 },
    ],
    false,
  );
  expect(cells.map(({ properties }) => [properties.country, properties.count])).toEqual([
    ['RS', 9],
    ['BA', 5],
  ]);
});

test('several at one position are drawn there', () => {
  const { cells } = drawTile([{ ...one, column: 10, row: 4000, count: 2, x: 20, y: 8000 }], true);
  expect(cells.map(({ x, y }) => [x, y])).toEqual([[10, 4000]]);
});
