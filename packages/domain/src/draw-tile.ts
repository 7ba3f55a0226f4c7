import type { IsoDate } from './date.ts';
import type { Measure } from './measures.ts';
import { placeCircles } from './place-circles.ts';
import type { TileCircle } from './tile-circle.ts';
import { type TileAnswer, type TileCell, type TileMarks, tileRules, typesText } from './tile.ts';
import { incidentTypes } from './vocabularies.ts';

/** What a tile says of an incident that is drawn alone, beside what its circle knows. */
export interface LoneIncident {
  readonly id: string;
  readonly occurred_on: IsoDate;
}

/**
 * The features of a tile.
 * @param parts what its parts hold of each location, or what is at each position
 * @param byPosition whether each circle is drawn where it lies, or gathers parts
 * @param drawn as what, and what the amounts of the circles count
 * @param find looks up an incident by the number that its circle has of it
 */
export function drawTile(
  parts: readonly TileCircle[],
  byPosition: boolean,
  { measure, marks }: { readonly measure: Measure; readonly marks: TileMarks },
  find: (incident: number) => LoneIncident,
): TileAnswer {
  const amountOf = ({ amount }: TileCircle) => (measure === 'incidents' ? {} : { amount });
  const amountsOf = ({ amounts }: TileCircle) => (measure === 'incidents' ? {} : { amounts: typesText(amounts ?? []) });
  const sorted = parts.toSorted(compareParts);
  const circles = byPosition ? sorted : gatherParts(sorted);
  const mostAlone = marks === 'density' ? 0 : 1;
  const alone = circles.filter(({ incidents }) => incidents <= mostAlone);
  const several = circles.filter(({ incidents }) => incidents > mostAlone);
  const circlesToPlace = several.map(({ x, y, incidents: count, places }) => ({
    mean: { x: x / count, y: y / count },
    places,
    count,
  }));
  const places = byPosition
    ? circlesToPlace.map(({ mean }) => ({ x: Math.round(mean.x), y: Math.round(mean.y) }))
    : placeCircles(circlesToPlace, alone);
  return {
    cells: several.map((circle, at) => ({
      ...places[at]!,
      properties: { ...propertiesOf(circle), ...amountOf(circle), ...amountsOf(circle) },
    })),
    incidents: alone.map((circle) => {
      const { x, y, killed, injured, types, incident } = circle;
      const { id, occurred_on } = find(incident);
      const type = incidentTypes.codes[types.findIndex((count) => count > 0)]!;
      return { x, y, properties: { id, type, killed, injured, ...amountOf(circle), occurred_on } };
    }),
  };
}

/** In one order, whatever the one in which the incidents are kept: that would tell which of them were changed last. */
function compareParts(one: TileCircle, other: TileCircle): number {
  return one.middle.y - other.middle.y || one.middle.x - other.middle.x || (one.country < other.country ? -1 : 1);
}

function propertiesOf(circle: TileCircle): TileCell['properties'] {
  return {
    country: circle.country,
    count: circle.incidents,
    killed: circle.killed,
    injured: circle.injured,
    types: typesText(circle.types),
    bounds: [circle.west, circle.south, circle.east, circle.north].map((edge) => edge / 1e6).join(','),
  };
}

const cellSize = tileRules.extent / tileRules.cells;

/** Circles of one location nearer to each other than this become one: as near as the largest may be, or on a tile of few incidents the smallest. */
const reaches = { many: 0.85 * cellSize, few: 0.62 * cellSize };

/** What becomes a circle: cells of the grid that make up a rectangle, and what they hold of one location. */
interface Area {
  readonly circle: TileCircle;
  /** First and last column and row of cells. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Sums over the incidents of the middles of their parts. Unlike those of points, they are whole numbers, the same for every engine. */
  readonly x: number;
  readonly y: number;
}

/**
 * Gathers the parts of a tile into circles of one location each: by cells of a grid, and neighbouring cells together where their
 * circles would cover each other, as when the line of the grid cuts a town in two. The areas of circles are rectangles without
 * overlap, so that the bounds of a circle hold none of its neighbour's incidents. What the parts say adds up to what the circles say.
 */
export function gatherParts(parts: readonly TileCircle[]): TileCircle[] {
  const incidents = parts.reduce((sum, part) => sum + part.incidents, 0);
  const reach = incidents > tileRules.few ? reaches.many : reaches.few;
  const byLocation = grouped(parts, ({ country }) => country);
  return [...byLocation.values()].flatMap((own) => joinAreas(cellsOf(own), reach)).map(({ circle }) => circle);
}

function grouped<Key>(parts: readonly TileCircle[], keyOf: (part: TileCircle) => Key): ReadonlyMap<Key, TileCircle[]> {
  const groups = new Map<Key, TileCircle[]>();
  for (const part of parts) {
    const key = keyOf(part);
    const group = groups.get(key);
    if (group) group.push(part);
    else groups.set(key, [part]);
  }
  return groups;
}

/** The parts of one location by cell of the grid, row by row. */
function cellsOf(parts: readonly TileCircle[]): Area[] {
  const cells = grouped(parts, ({ middle }) => Math.floor(middle.y / cellSize) * tileRules.cells + Math.floor(middle.x / cellSize));
  return [...cells]
    .map(([cell, own]) => cellOf(own, Math.floor(cell / tileRules.cells), cell % tileRules.cells))
    .sort(compareAreas);
}

/** The parts of a cell as one. In one order, so that sums of fractions are the same for every engine. */
function cellOf(parts: readonly TileCircle[], row: number, column: number): Area {
  const sorted = parts.toSorted((one, other) => one.middle.y - other.middle.y || one.middle.x - other.middle.x);
  const [circle, ...others] = sorted;
  let [x, y] = [0, 0];
  for (const { middle, incidents } of sorted) {
    x += middle.x * incidents;
    y += middle.y * incidents;
  }
  for (const part of others) circle!.join(part);
  return { circle: circle!, left: column, right: column, top: row, bottom: row, x, y };
}

function joined(one: Area, other: Area): Area {
  one.circle.join(other.circle);
  return { ...one, ...around(one, other), x: one.x + other.x, y: one.y + other.y };
}

function around(one: Area, other: Area) {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** Joins the nearest two, again and again, until none are too near that can be joined. */
function joinAreas(areas: readonly Area[], reach: number): readonly Area[] {
  let nearest: { readonly one: Area; readonly other: Area; readonly distance: number } | undefined;
  for (const [at, one] of areas.entries()) {
    for (const other of areas.slice(at + 1)) {
      const distance = Math.hypot(middleOf(one).x - middleOf(other).x, middleOf(one).y - middleOf(other).y);
      if (distance < (nearest?.distance ?? reach) && isFree(one, other, areas)) nearest = { one, other, distance };
    }
  }
  if (nearest === undefined) return areas;
  const { one, other } = nearest;
  return joinAreas([...areas.filter((area) => area !== one && area !== other), joined(one, other)].toSorted(compareAreas), reach);
}

function compareAreas(one: Area, other: Area): number {
  return one.top - other.top || one.left - other.left;
}

function middleOf({ circle, x, y }: Area): { x: number; y: number } {
  return { x: x / circle.incidents, y: y / circle.incidents };
}

/** Whether the rectangle around two areas holds nothing of a third. */
function isFree(one: Area, other: Area, areas: readonly Area[]): boolean {
  const { left, top, right, bottom } = around(one, other);
  return areas.every(
    (area) => area === one || area === other || area.left > right || area.right < left || area.top > bottom || area.bottom < top,
  );
}
