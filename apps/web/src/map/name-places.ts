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
  // In halves of the name's box, whose middle is the origin, so that the box is from -1 to 1.
  const across = (east: number) => (((east - middle[0]) * ems - x) * 2) / width;
  const down = (south: number) => (((south - middle[1]) * ems - y) * 2) / height;
  const [west, north, east, south] = boundsOf(outline);
  if (across(east) < -1 || across(west) > 1 || down(south) < -1 || down(north) > 1) return 'outside';
  let inside = false;
  let [fromX, fromY] = [Number.NaN, Number.NaN];
  for (const point of outline) {
    const [toX, toY] = [across(point[0]), down(point[1])];
    if (crossesBox(fromX, fromY, toX, toY)) return 'across';
    if (fromY > 0 !== toY > 0 && fromX + ((toX - fromX) * fromY) / (fromY - toY) > 0) inside = !inside;
    [fromX, fromY] = [toX, toY];
  }
  return inside ? 'inside' : 'outside';
}

const known = new WeakMap<NamedArea['outline'], Bounds>();

type Bounds = readonly [west: number, north: number, east: number, south: number];

/** Bounds of an outline, worked out once: thousands of places are tried, most of them far from most areas. */
export function boundsOf(outline: NamedArea['outline']): Bounds {
  const before = known.get(outline);
  if (before) return before;
  const [across, down] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const bounds: Bounds = [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
  known.set(outline, bounds);
  return bounds;
}

/** Whether a line from a point to another has a point in the square from -1 to 1 (Liang and Barsky's method). */
function crossesBox(x1: number, y1: number, x2: number, y2: number): boolean {
  if (Number.isNaN(x1) || (x1 > 1 && x2 > 1) || (x1 < -1 && x2 < -1) || (y1 > 1 && y2 > 1) || (y1 < -1 && y2 < -1)) return false;
  let [enters, leaves] = [0, 1];
  for (const [step, room] of [
    [x1 - x2, x1 + 1],
    [x2 - x1, 1 - x1],
    [y1 - y2, y1 + 1],
    [y2 - y1, 1 - y1],
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
