import type { IsoDate } from './date.ts';
import { gatherParts } from './gather-parts.ts';
import type { Measure } from './measures.ts';
import { placeCircles } from './place-circles.ts';
import type { TileCircle } from './tile-circle.ts';
import { type TileAnswer, type TileCell, type TileMarks, typesText } from './tile.ts';
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
