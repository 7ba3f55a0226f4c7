/** A place in ems of a name, from where it is anchored: to the right and down. */
export type Offset = readonly [x: number, y: number];

/** A place on the map as parts of the Web Mercator square, from the west and from the north. */
export type Mercator = readonly [x: number, y: number];

/** A name as it is set, and the room that it takes in ems. */
export interface SetName {
  /** With line breaks. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** Where the name of a location may be anchored, and its outline, the first and the last point of which are the same. */
export interface NamedArea {
  readonly middle: Mercator;
  readonly outline: readonly Mercator[];
}

export function mercatorOf([lon, lat]: readonly [number, number]): Mercator {
  const limited = Math.min(85, Math.max(-85, lat));
  return [(lon + 180) / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + (limited * Math.PI) / 360)) / (2 * Math.PI)];
}

export function lonLatOf([x, y]: Mercator): readonly [lon: number, lat: number] {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** Ems of a text size that the whole map is wide at a zoom. */
export function emsAt(zoom: number, textSize: number): number {
  return (512 * 2 ** zoom) / textSize;
}

/** Space between letters, and from one line to the next, as the map sets names; and the room kept around them. Ems. */
const [letterSpacing, lineHeight, margin] = [0.04, 1.2, 0.05];

/** A name in one line, and broken between words into two and three, each so that the longest line is as short as can be. */
export function settings(name: string): SetName[] {
  const words = name.split(' ');
  return [1, 2, 3].filter((count) => count <= words.length).map((count) => setName(shortestLines(words, count)));
}

function shortestLines(words: readonly string[], count: number): string[] {
  if (count === 1) return [words.join(' ')];
  const ways = words
    .slice(0, words.length - count + 1)
    .map((_, at) => [words.slice(0, at + 1).join(' '), ...shortestLines(words.slice(at + 1), count - 1)]);
  return ways.reduce((best, way) => (longest(way) < longest(best) ? way : best));
}

const longest = (lines: readonly string[]) => Math.max(...lines.map(widthOf));

function setName(lines: readonly string[]): SetName {
  return { text: lines.join('\n'), width: longest(lines) + 2 * margin, height: lines.length * lineHeight + 2 * margin };
}

/** Width of a line in Noto Sans, in ems, rather too wide than too narrow. */
function widthOf(line: string): number {
  return Array.from(line, (letter) => letterWidth(letter) + letterSpacing).reduce((sum, width) => sum + width, 0);
}

function letterWidth(letter: string): number {
  if (/[iljtfrI.,'’()\s/-]/.test(letter)) return 0.35;
  if (/[mwMWЖШЩЮФМжшщюфм]/.test(letter)) return 0.92;
  return /\p{Lu}/u.test(letter) ? 0.66 : 0.58;
}

/** Whether a name lies wholly within an area, where it is anchored this far from the middle. @param ems that the map is wide */
export function isInside(area: NamedArea, set: SetName, offset: Offset, ems: number): boolean {
  return placeOf(area, set, offset, ems) === 'inside';
}

/** Whether a name lies within an area, outside it, or over its outline. */
export function placeOf(
  { middle, outline }: NamedArea,
  { width, height }: SetName,
  [x, y]: Offset,
  ems: number,
): 'inside' | 'outside' | 'across' {
  const [centreX, centreY] = [middle[0] + x / ems, middle[1] + y / ems];
  const [halfWidth, halfHeight] = [width / 2 / ems, height / 2 / ems];
  const {
    bounds: [west, north, east, south],
    rows,
  } = inRows(outline);
  if (centreX + halfWidth < west || centreX - halfWidth > east || centreY + halfHeight < north || centreY - halfHeight > south)
    return 'outside';
  const rowOf = (at: number) => rowBetween(north, south, at);
  const last = rowOf(centreY + halfHeight);
  for (let row = rowOf(centreY - halfHeight); row <= last; row++) {
    const lines = rows[row]!;
    for (let at = 0; at < lines.length; at += 4) {
      const [fromX, fromY] = [lines[at]! - centreX, lines[at + 1]! - centreY];
      const [toX, toY] = [lines[at + 2]! - centreX, lines[at + 3]! - centreY];
      if (crossesBox(fromX, fromY, toX, toY, halfWidth, halfHeight)) return 'across';
    }
  }
  // Inside where a line from here to the east goes over the outline an odd number of times.
  const beside = rows[rowOf(centreY)]!;
  let inside = false;
  for (let at = 0; at < beside.length; at += 4) {
    const [fromX, fromY] = [beside[at]! - centreX, beside[at + 1]! - centreY];
    const [toX, toY] = [beside[at + 2]! - centreX, beside[at + 3]! - centreY];
    if (fromY > 0 !== toY > 0 && fromX + ((toX - fromX) * fromY) / (fromY - toY) > 0) inside = !inside;
  }
  return inside ? 'inside' : 'outside';
}

/** An outline by rows of the same height from north to south, each with the ends of the lines that touch it: x, y, x, y. */
interface InRows {
  readonly bounds: readonly [west: number, north: number, east: number, south: number];
  readonly rows: readonly Float64Array[];
}

const rowCount = 32;

/** The row of a place in the north-south direction. */
function rowBetween(north: number, south: number, at: number): number {
  return Math.max(0, Math.min(rowCount - 1, Math.floor(((at - north) / (south - north || 1)) * rowCount)));
}

const known = new WeakMap<NamedArea['outline'], InRows>();

/** The smallest box around an outline. */
export function boundsOf(outline: NamedArea['outline']): InRows['bounds'] {
  return inRows(outline).bounds;
}

/** An outline in rows, worked out once: a map that opens tries some hundred thousand places, each of which is near few lines. */
function inRows(outline: NamedArea['outline']): InRows {
  const before = known.get(outline);
  if (before) return before;
  const [across, down] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const [north, south] = [Math.min(...down), Math.max(...down)];
  const rows = Array.from({ length: rowCount }, (): number[] => []);
  for (const [index, to] of outline.entries()) {
    const from = outline[index - 1];
    if (!from) continue;
    const last = rowBetween(north, south, Math.max(from[1], to[1]));
    for (let row = rowBetween(north, south, Math.min(from[1], to[1])); row <= last; row++) rows[row]!.push(...from, ...to);
  }
  const made: InRows = {
    bounds: [Math.min(...across), north, Math.max(...across), south],
    rows: rows.map((lines) => Float64Array.from(lines)),
  };
  known.set(outline, made);
  return made;
}

/** Whether a line from a point to another has a point in a box around the origin (Liang and Barsky's method). */
export function crossesBox(x1: number, y1: number, x2: number, y2: number, halfWidth: number, halfHeight: number): boolean {
  if (
    (x1 > halfWidth && x2 > halfWidth) ||
    (x1 < -halfWidth && x2 < -halfWidth) ||
    (y1 > halfHeight && y2 > halfHeight) ||
    (y1 < -halfHeight && y2 < -halfHeight)
  )
    return false;
  let [enters, leaves] = [0, 1];
  for (const [step, room] of [
    [x1 - x2, x1 + halfWidth],
    [x2 - x1, halfWidth - x1],
    [y1 - y2, y1 + halfHeight],
    [y2 - y1, halfHeight - y1],
  ] as const) {
    if (step < 0) enters = Math.max(enters, room / step);
    if (step > 0) leaves = Math.min(leaves, room / step);
  }
  return enters <= leaves;
}

/** Names are wide, so a step to the side counts for less than one up or down; up is a little better than down. */
function effort([x, y]: Offset): number {
  return Math.hypot(x / 1.5, y > 0 ? y * 1.15 : y);
}

/** Places around the middle of an area, the nearest first. Ems. */
const offsets: readonly Offset[] = Array.from({ length: 15 }, (_, column) =>
  Array.from({ length: 21 }, (__, row): Offset => [(column - 7) * 0.8, (row - 10) * 0.5]),
)
  .flat()
  .toSorted((one, other) => effort(one) - effort(other));

/** How a name is set in a span of zooms, and where it may be, in the order of preference. */
export interface NamePlaces {
  readonly name: SetName;
  readonly offsets: readonly Offset[];
}

/** From a zoom up to another. */
export type ZoomSpan = readonly [from: number, to: number];

/** Ems that the map is wide at zooms of a span. */
function emsWithin([from, to]: ZoomSpan, textSize: (zoom: number) => number): number[] {
  return [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => from + share * (to - from)).map((zoom) => emsAt(zoom, textSize(zoom)));
}

/**
 * Where a name lies wholly within its area throughout a span of zooms. One line is better than two, where it has as many places;
 * undefined if the name does not fit.
 * @param textSize at a zoom, in CSS pixels
 * @param farthest from the middle of the area, in ems
 */
export function placesOfName(
  area: NamedArea,
  name: string,
  span: ZoomSpan,
  textSize: (zoom: number) => number,
  farthest = Infinity,
): NamePlaces | undefined {
  const ems = emsWithin(span, textSize);
  const found = settings(name).map((set): NamePlaces => {
    const fits = (offset: Offset) => ems.every((one) => isInside(area, set, offset, one));
    return { name: set, offsets: offsets.filter((offset) => effort(offset) <= farthest && fits(offset)) };
  });
  const most = Math.max(...found.map((one) => one.offsets.length));
  return most === 0 ? undefined : found.find((one) => one.offsets.length >= most / 2);
}

/** The zoom, to a tenth, from which on a name fits into its area; undefined if it never does up to the last zoom. */
export function firstZoom(
  area: NamedArea,
  name: string,
  textSize: (zoom: number) => number,
  [from, to]: ZoomSpan,
  farthest = Infinity,
): number | undefined {
  const sets = settings(name);
  const near = offsets.filter((offset) => effort(offset) <= farthest);
  const [west, north, east, south] = boundsOf(area.outline);
  const [width, height] = [east - west, south - north];
  for (let tenth = Math.ceil(from * 10); tenth <= to * 10; tenth++) {
    const ems = emsWithin([tenth / 10, tenth / 10 + 0.1], textSize);
    const small = ({ width: wide, height: high }: SetName) => width * ems[0]! < wide || height * ems[0]! < high;
    if (sets.some((set) => !small(set) && near.some((offset) => ems.every((one) => isInside(area, set, offset, one)))))
      return tenth / 10;
  }
  return undefined;
}
