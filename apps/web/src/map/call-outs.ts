import { boundsOf, crossesBox, type Mercator, type NamedArea, placeOf, type SetName, settings } from './name-places.ts';

/** A place on screen, from the left and from the top of the map. CSS pixels. */
export type Place = readonly [x: number, y: number];

/** Left, top, right and bottom on screen. CSS pixels. */
export type Rectangle = readonly [left: number, top: number, right: number, bottom: number];

/** A name beside its location, with a line to it. */
export interface CallOut {
  readonly code: string;
  /** With line breaks. */
  readonly text: string;
  /** Where the line begins within the location, and where it ends at the name. */
  readonly from: Place;
  readonly to: Place;
  /** The side of the name that the line ends at. */
  readonly anchor: Anchor;
}

type Anchor = 'left' | 'right' | 'top' | 'bottom';

/** Names that stand on one side of their location in every picture of the map and at every width, by the end of the line at them. */
const fixedAnchors: Readonly<Record<string, Anchor>> = { XK: 'left' };

/** A location whose name has no place within it. Areas are given in CSS pixels on screen. */
export interface CalledLocation {
  readonly code: string;
  readonly name: string;
  readonly area: NamedArea;
}

/** What is on the screen that a name must keep clear of. */
export interface Surroundings {
  readonly width: number;
  readonly height: number;
  /** Size of the names. CSS pixels. */
  readonly textSize: number;
  readonly circles: readonly { readonly place: Place; readonly radius: number }[];
  /** What lies over the map. */
  readonly covered: readonly Rectangle[];
  /** Monitored locations, which have names of their own: none of another lies in them. */
  readonly monitored: readonly NamedArea[];
  /** The others, over which a name lies less well than over the sea. */
  readonly context: readonly NamedArea[];
}

/** Space around a name, between the line and the name, and how far it keeps from the edges of the map. CSS pixels. */
const [margin, lineGap, edge] = [3, 3, 8];

/** Lengths of a line. CSS pixels. */
const lengths = Array.from({ length: 40 }, (_, step) => 16 + step * 6);
const directions = Array.from({ length: 36 }, (_, step) => (step * Math.PI) / 18);

/** How many pixels of line a name would rather have more than lie on land, or over a border. */
const [onLand, acrossBorder] = [14, 30];

/** How many more pixels a line counts for where it crosses another monitored location, and for each other circle under which it passes. */
const [throughOther, underCircle] = [0.8, 60];

/** Pixels of a line that may lie in other monitored locations. More could be taken for a border, or strike out a name. */
const mostThroughOthers = 60;

/** Places names beside their locations, near to them and clear of everything else. Leaves out those that find no place. */
export function placeCallOuts(locations: readonly CalledLocation[], around: Surroundings): CallOut[] {
  const placed: PlacedCallOut[] = [];
  // Those with the least choice of places first: the smaller ones, which lie between others.
  for (const location of locations.toSorted(
    (one, other) =>
      Number(other.code in fixedAnchors) - Number(one.code in fixedAnchors) ||
      extent(one.area) - extent(other.area) ||
      (one.code < other.code ? -1 : 1),
  )) {
    const best = bestPlace(location, around, placed);
    if (best) placed.push(best);
  }
  return placed.map(({ callOut }) => callOut);
}

interface PlacedCallOut {
  readonly callOut: CallOut;
  readonly box: Rectangle;
}

function extent({ outline }: NamedArea): number {
  const [west, north, east, south] = boundsOf(outline);
  return (east - west) * (south - north);
}

function bestPlace(location: CalledLocation, around: Surroundings, others: readonly PlacedCallOut[]): PlacedCallOut | undefined {
  let best: PlacedCallOut | undefined;
  let least = Infinity;
  const sets = settings(location.name);
  const anchor = fixedAnchors[location.code];
  for (const length of lengths) {
    if (length >= least) break;
    for (const direction of directions) {
      for (const [extraLines, set] of sets.entries()) {
        const candidate = candidateOf(location, set, direction, length, around.textSize);
        if (anchor !== undefined && candidate.callOut.anchor !== anchor) continue;
        const cost = length + extraLines * 4;
        if (cost >= least || !isFree(candidate, location, around, others)) continue;
        const all = cost + troubleOf(candidate, location, around);
        if (all < least) [best, least] = [candidate, all];
      }
    }
  }
  return best;
}

function candidateOf(
  { code, area }: CalledLocation,
  set: SetName,
  direction: number,
  length: number,
  textSize: number,
): PlacedCallOut {
  const [right, down] = [Math.cos(direction), Math.sin(direction)];
  const from = area.middle;
  const to: Place = [from[0] + right * length, from[1] + down * length];
  const [width, height] = [set.width * textSize, set.height * textSize];
  const anchor = anchorOf(right, down);
  const left = { left: to[0] + lineGap, right: to[0] - lineGap - width, top: to[0] - width / 2, bottom: to[0] - width / 2 }[anchor];
  const top = { left: to[1] - height / 2, right: to[1] - height / 2, top: to[1] + lineGap, bottom: to[1] - lineGap - height }[
    anchor
  ];
  return { callOut: { code, text: set.text, from, to, anchor }, box: [left, top, left + width, top + height] };
}

function anchorOf(right: number, down: number): Anchor {
  if (Math.abs(right) > 0.35) return right > 0 ? 'left' : 'right';
  return down > 0 ? 'top' : 'bottom';
}

function isFree(
  { box, callOut }: PlacedCallOut,
  { area }: CalledLocation,
  { width, height, circles, covered, monitored }: Surroundings,
  others: readonly PlacedCallOut[],
): boolean {
  if (box[0] < edge || box[1] < edge || box[2] > width - edge || box[3] > height - edge) return false;
  const roomy: Rectangle = [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin];
  if (covered.some((one) => meet(one, roomy))) return false;
  if (circles.some(({ place, radius }) => distanceTo(roomy, place) < radius)) return false;
  if (others.some((other) => meet(other.box, roomy) || crosses(other.callOut, roomy) || crosses(callOut, other.box))) return false;
  if (others.some((other) => linesCross(other.callOut, callOut))) return false;
  return placeIn(area, roomy) === 'outside' && monitored.every((other) => placeIn(other, roomy) === 'outside');
}

/** What counts against a place that is free, in pixels of line. */
function troubleOf(
  { box, callOut }: PlacedCallOut,
  { area }: CalledLocation,
  { circles, monitored, context }: Surroundings,
): number {
  const { from, to } = callOut;
  const lands = context.map((one) => placeIn(one, box));
  const land = lands.includes('across') ? acrossBorder : lands.includes('inside') ? onLand : 0;
  const steps = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / 4));
  const points = Array.from({ length: steps }, (_, step): Place => {
    const share = (step + 0.5) / steps;
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  });
  const foreign = points.filter((point) => monitored.some((other) => other !== area && holds(other, point))).length * 4;
  const passed = circles.filter(
    ({ place, radius }) => !holds(area, place) && points.some(([x, y]) => Math.hypot(x - place[0], y - place[1]) < radius + 2),
  );
  if (foreign > mostThroughOthers) return Infinity;
  return land + throughOther * foreign + underCircle * passed.length;
}

/** Whether a rectangle lies within an area, outside it, or over its outline. */
function placeIn(area: NamedArea, [left, top, right, bottom]: Rectangle): 'inside' | 'outside' | 'across' {
  const middle: Mercator = [(left + right) / 2, (top + bottom) / 2];
  return placeOf({ middle, outline: area.outline }, { text: '', width: right - left, height: bottom - top }, [0, 0], 1);
}

function holds(area: NamedArea, [x, y]: Place): boolean {
  return placeIn(area, [x - 0.01, y - 0.01, x + 0.01, y + 0.01]) !== 'outside';
}

function meet(one: Rectangle, other: Rectangle): boolean {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

function distanceTo([left, top, right, bottom]: Rectangle, [x, y]: Place): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** Whether the line of a name passes over a rectangle. */
function crosses({ from, to }: CallOut, [left, top, right, bottom]: Rectangle): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return crossesBox(from[0] - x, from[1] - y, to[0] - x, to[1] - y, (right - left) / 2, (bottom - top) / 2);
}

function linesCross(one: CallOut, other: CallOut): boolean {
  const side = (from: Place, to: Place, [x, y]: Place) =>
    Math.sign((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]));
  return (
    side(one.from, one.to, other.from) !== side(one.from, one.to, other.to) &&
    side(other.from, other.to, one.from) !== side(other.from, other.to, one.to)
  );
}
