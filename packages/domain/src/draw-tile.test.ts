import { expect, test } from 'vitest';
import { drawTile, TileCircle } from './draw-tile.ts';
import { incidentTypes } from './vocabularies.ts';

/** A circle of Serbia with one incident of the northern edge of a tile. */
function circleOfOne(country = 'RS'): TileCircle {
  const circle = new TileCircle(country);
  circle.add(1, 0, 2, incidentTypes.indexOf('suicide'));
  circle.reach(20.1e6, 44.1e6, 20.1e6, 44.1e6);
  return Object.assign(circle, { x: 10, y: 4000, incident: 7 });
}

/** So many more at the same place. */
function withOthers(circle: TileCircle, incidents: number, more: Partial<TileCircle> = {}): TileCircle {
  circle.add(incidents, 1, 2, incidentTypes.indexOf('public_dispute'));
  return Object.assign(circle, { x: circle.x * (incidents + 1), y: circle.y * (incidents + 1), ...more });
}

const find = (incident: number) => ({ id: `AV-${incident}`, occurred_on: '2024-01-01' });

test('an incident alone in its cell is drawn where it is', () => {
  expect(drawTile([circleOfOne()], false, find)).toEqual({
    cells: [],
    incidents: [{ x: 10, y: 4000, properties: { id: 'AV-7', type: 'suicide', killed: 0, injured: 2, occurred_on: '2024-01-01' } }],
  });
});

test('several of one location are drawn as one, near their mean', () => {
  const circle = withOthers(circleOfOne(), 3, { x: 1410, y: 16_000 });
  circle.reach(20.1e6, 43.9e6, 20.3e6, 44.1e6);
  const { cells, incidents } = drawTile([circle], false, find);
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
  const { cells } = drawTile([withOthers(circleOfOne(), 8), withOthers(circleOfOne('BA'), 4)], false, find);
  expect(cells.map(({ properties }) => [properties.country, properties.count])).toEqual([
    ['RS', 9],
    ['BA', 5],
  ]);
  const [one, other] = cells;
  expect([one?.x, one?.y]).not.toEqual([other?.x, other?.y]);
});

test('several at one position are drawn there', () => {
  const { cells } = drawTile([withOthers(circleOfOne(), 1)], true, find);
  expect(cells.map(({ x, y }) => [x, y])).toEqual([[10, 4000]]);
});
