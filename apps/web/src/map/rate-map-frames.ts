import { type GeoProjection, geoAlbersUsa, geoArea, geoBounds, geoConicEqualArea, geoPath } from 'd3-geo';
import type { Polygon, Position } from 'geojson';
import { rememberingOf } from '@monitor/domain';
import { nearLongitude } from './around-the-earth.ts';
import type { Area } from './atlas.ts';
import { type Box, LandGrid } from './land-grid.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One map of the picture: the main one, or an inset for locations that are far from it. */
export interface Frame {
  readonly locations: readonly Area[];
  /** Their rings, in pixels. */
  readonly rings: readonly Rings[];
  readonly projection: GeoProjection;
  readonly box: Box;
  readonly isInset: boolean;
  /** That of the main map; another, of an inset that would be too large at it; or its own, where maps lie beside each other. */
  readonly scale: 'same' | 'other' | 'own';
}

export interface Frames {
  readonly frames: readonly Frame[];
  /** Where the locations are, by their number from 1 in the list that was given. */
  readonly grid: LandGrid;
  /** Pixels kept free at each side of the main map, on average from top to bottom. */
  readonly given: number;
}

/** Locations that are farther apart than this many degrees do not share a map. */
const farApart = 1.5;
/** Room around the main map where names have room in it, and around the map and the words of an inset, in pixels. */
export const margin = 16;
export const insetPadding = 8;
/** Room above the map of an inset for its name, and below it for how it was moved. */
export const insetHead = 26;
const insetFoot = 22;
/** Parts of the picture that an inset may have. */
const mostOfWidth = 0.42;
const mostOfHeight = 0.56;
/** Parts of the height that may be kept free above the main map for insets: the least that keeps them apart. */
const strips = [0, 0.1, 0.2, 0.3];
/** The main map in the middle, at the left, at the right. */
const sides = [0, -1, 1];
/** Share of insets that may lie on the main map. */
const mostCovered = 0.005;

/**
 * Maps of the locations, in a picture of a size: those that lie near each other on one, as large as the picture allows, the others on
 * insets at the same scale, in the corners with most room. Areas have their true proportions (Albers' equal-area projection). The main
 * map makes room for insets above itself or at a side: all ways in which they hide hardly anything of it. If every way hides some, as with
 * locations on several continents, all maps lie beside each other, each at its own scale.
 * @param room kept free around the main map, in pixels
 * @param least width that the words of an inset need
 */
export function arrangeFrames(
  locations: readonly Area[],
  size: Size,
  room: number,
  least: (inset: readonly Area[]) => number,
): readonly Frames[] {
  const [main = [], ...far] = groupsOf(locations);
  const insets = far.map((group) => ({ group, least: least(group) }));
  const tried = (insets.length === 0 ? [0] : strips).flatMap((share) => {
    const strip = share * size.height;
    const fitted = fittedMain(main, size, room, strip);
    return (insets.length === 0 ? [0] : sides).map((side) => arrangement(main, insets, size, room, strip, fitted, side));
  });
  const free = tried.filter(({ overlap }) => overlap < mostCovered);
  const chosen = free.length > 0 ? free : [panels([main, ...far], size)];
  for (const { frames, grid } of chosen)
    for (const { locations: shown, rings } of frames)
      for (const [at, area] of shown.entries()) grid.fill(rings[at]!, locations.indexOf(area) + 1);
  return chosen;
}

/** Room between maps beside each other, in pixels. */
const gap = 8;

/** Part of the picture that the first map has where it has more locations than the others. */
const mostOfFirst = 0.62;

/** Maps beside each other: the first, if it has several locations, at the left or above and larger than the others. */
function panels([first, ...others]: readonly (readonly Area[])[], { width, height }: Size): Frames {
  const whole = { left: 0, top: 0, width, height };
  const isLarger = first !== undefined && first.length > 1;
  const isBeside = width > height;
  const large = isBeside ? { ...whole, width: width * mostOfFirst } : { ...whole, height: height * mostOfFirst };
  const rest = isBeside
    ? { ...whole, left: large.width + gap, width: width - large.width - gap }
    : { ...whole, top: large.height + gap, height: height - large.height - gap };
  const boxes = isLarger ? [large, ...boxesIn(rest, others.length)] : boxesIn(whole, others.length + 1);
  const frames = [...(first ? [first] : []), ...others].map((locations, at): Frame => {
    const box = boxes[at]!;
    const projection = projectionOf(locations);
    fit(projection, { type: 'FeatureCollection', features: locations.map(withoutFarIslands) }, withinInset(box));
    return { locations, rings: ringsOf(locations, projection), projection, box, isInset: true, scale: 'own' };
  });
  return { frames, grid: new LandGrid({ width, height }), given: 0 };
}

/** So many boxes in rows within a box, as near to squares as there can be. */
function boxesIn({ left, top, width, height }: Box, count: number): Box[] {
  const shapes = Array.from({ length: count }, (_, rows) => {
    const columns = Math.ceil(count / (rows + 1));
    return { columns, width: (width - (columns - 1) * gap) / columns, height: (height - rows * gap) / (rows + 1) };
  });
  const unlikeSquare = (one: Size) => Math.abs(Math.log(one.width / Math.max(1, one.height - insetHead - insetFoot)));
  const shape = shapes.reduce((best, next) => (unlikeSquare(next) < unlikeSquare(best) ? next : best));
  return Array.from({ length: count }, (_, at) => ({
    left: left + (at % shape.columns) * (shape.width + gap),
    top: top + Math.floor(at / shape.columns) * (shape.height + gap),
    width: shape.width,
    height: shape.height,
  }));
}

/** Width of the land of locations as a part of its height, where they are on one map. */
export function shapeOf(locations: readonly Area[]): number | undefined {
  if (locations.length === 0 || groupsOf(locations).length > 1) return undefined;
  const whole = { type: 'FeatureCollection' as const, features: locations.map(withoutFarIslands) };
  const [[west, north], [east, south]] = geoPath(projectionOf(locations)).bounds(whole);
  return (east - west) / (south - north);
}

/** Islands that have less than this share of the land of a location, and are farther from the rest than so many degrees, need not be seen. */
const [smallIsland, farIsland] = [0.005, 2];

/** An area without what would make its map small and show hardly anything. */
const withoutFarIslands = (area: Area): Area => findNear(area, undefined);

const findNear = rememberingOf((area: Area) => nearParts(area));

function nearParts(area: Area): Area {
  const { geometry } = area;
  if (geometry.type === 'Polygon') return area;
  const parts = geometry.coordinates.map((coordinates) => {
    const part: Area = { ...area, geometry: { type: 'Polygon', coordinates } };
    return { part, extent: geoArea(part), bounds: boundsOf(part) };
  });
  const all = parts.reduce((sum, { extent }) => sum + extent, 0);
  const large = parts.filter(({ extent }) => extent >= smallIsland * all);
  const near = parts.filter((one) => large.includes(one) || large.some(({ bounds }) => areNear(bounds, one.bounds, farIsland)));
  return near.length === parts.length || large.length === 0
    ? area
    : { ...area, geometry: { type: 'MultiPolygon', coordinates: near.map(({ part }) => (part.geometry as Polygon).coordinates) } };
}

interface Inset {
  readonly group: readonly Area[];
  readonly least: number;
}

/** How the main map fits a picture, in its middle. */
interface Fitted {
  readonly scale: number;
  readonly translate: readonly [x: number, y: number];
  /** In pixels. */
  readonly width: number;
}

function fittedMain(main: readonly Area[], size: Size, room: number, strip: number): Fitted {
  const projection = projectionOf(main);
  const whole = { type: 'FeatureCollection' as const, features: main.map(withoutFarIslands) };
  const height = size.height - 2 * room - strip;
  fit(projection, whole, { left: room, top: room + strip, width: size.width - 2 * room, height });
  const [[west], [east]] = geoPath(projection).bounds(whole);
  return { scale: projection.scale(), translate: projection.translate(), width: east - west };
}

function arrangement(
  main: readonly Area[],
  far: readonly Inset[],
  size: Size,
  room: number,
  strip: number,
  fitted: Fitted,
  side: number,
): Frames & { readonly overlap: number } {
  const [x, y] = fitted.translate;
  const projection = projectionOf(main)
    .scale(fitted.scale)
    .translate([x + (side * (size.width - 2 * room - fitted.width)) / 2, y]);
  const onMain = new LandGrid(size);
  const rings = ringsOf(main, projection);
  for (const one of rings) onMain.fill(one, 1);
  const taken: Box[] = [];
  let overlap = 0;
  const place = (wanted: Size): Box => {
    const corners = cornersOf(wanted, size)
      .filter((box) => !taken.some((other) => overlaps(box, other)))
      .map((box) => ({ box, share: onMain.under(box).any }));
    const best = corners.reduce(
      (least, next) => (next.share < least.share ? next : least),
      corners[0] ?? { box: { left: 0, top: 0, ...wanted }, share: 1 },
    );
    taken.push(best.box);
    overlap += best.share;
    return best.box;
  };
  const insets = far.map((inset) => insetOf(inset, projection, size, place));
  const box = { left: 0, top: 0, ...size };
  const frames = [{ locations: main, rings, projection, box, isInset: false, scale: 'same' as const }, ...insets];
  return { frames, grid: new LandGrid(size), given: room + strip / 2, overlap };
}

function insetOf({ group: locations, least }: Inset, main: GeoProjection, size: Size, place: (wanted: Size) => Box): Frame {
  const projection = projectionOf(locations).scale(main.scale()).translate([0, 0]);
  const whole = { type: 'FeatureCollection' as const, features: locations.map(withoutFarIslands) };
  const [[west, north], [east, south]] = geoPath(projection).bounds(whole);
  const natural = { width: Math.max(least, east - west + 2 * insetPadding), height: south - north + insetHead + insetFoot };
  const most = { width: Math.max(least, size.width * mostOfWidth), height: size.height * mostOfHeight };
  const isSameScale = natural.width <= most.width && natural.height <= most.height;
  const box = place(isSameScale ? natural : most);
  fit(projection, whole, withinInset(box));
  const rings = ringsOf(locations, projection);
  return { locations, rings, projection, box, isInset: true, scale: isSameScale ? 'same' : 'other' };
}

function withinInset({ left, top, width, height }: Box): Box {
  return {
    left: left + insetPadding,
    top: top + insetHead,
    width: width - 2 * insetPadding,
    height: height - insetHead - insetFoot,
  };
}

function fit(projection: GeoProjection, whole: Parameters<GeoProjection['fitExtent']>[1], { left, top, width, height }: Box): void {
  projection.fitExtent(
    [
      [left, top],
      [left + width, top + height],
    ],
    whole,
  );
}

/** Equal-area, around the middle of what it shows; for the United States with Alaska and Hawaii moved, as its maps have them. */
function projectionOf(locations: readonly Area[]): GeoProjection {
  if (locations.every(({ properties }) => properties.code === 'US')) return geoAlbersUsa();
  const [[west, south], [east, north]] = boundsTogether(locations[0]!, locations);
  const sixth = (north - south) / 6;
  return geoConicEqualArea()
    .parallels([south + sixth, north - sixth])
    .rotate([-(west + (west <= east ? east : east + 360)) / 2, 0])
    .center([0, (south + north) / 2]);
}

const boundsTogether = rememberingOf(
  (_: Area, locations: readonly Area[]) => geoBounds({ type: 'FeatureCollection', features: locations.map(withoutFarIslands) }),
  (locations) => locations.map(({ properties }) => properties.code).join(),
);

/** Locations that lie near each other, together; the group with most locations first, and of those with as many the largest. */
function groupsOf(locations: readonly Area[]): Area[][] {
  let groups: { bounds: Bounds; members: Area[] }[] = [];
  for (const area of locations) {
    const bounds = boundsOf(withoutFarIslands(area));
    const near = groups.filter((group) => areNear(group.bounds, bounds) && isOneSide(union(group.bounds, bounds)));
    const joined = near.reduce(
      (all, group) => ({ bounds: union(all.bounds, group.bounds), members: [...group.members, ...all.members] }),
      {
        bounds,
        members: [area],
      },
    );
    groups = [...groups.filter((group) => !near.includes(group)), joined];
  }
  const extent = ([west, south, east, north]: Bounds) => (east - west) * (north - south);
  return groups
    .toSorted((one, other) => other.members.length - one.members.length || extent(other.bounds) - extent(one.bounds))
    .map(({ members }) => members);
}

type Bounds = readonly [west: number, south: number, east: number, north: number];

const boundsOf = (area: Area): Bounds => findBounds(area, undefined);

const findBounds = rememberingOf((area: Area): Bounds => {
  const [[west, south], [east, north]] = geoBounds(area);
  return [west, south, west <= east ? east : east + 360, north];
});

/** Whether bounds are on one side of the globe, as Russia and Alaska are not that meet at the 180th meridian. */
const isOneSide = ([west, , east]: Bounds) => east - west <= 180;

/** Bounds on the side of the 180th meridian where others are. */
function beside([west, south, east, north]: Bounds, other: Bounds): Bounds {
  const middle = (west + east) / 2;
  const around = nearLongitude(middle, (other[0] + other[2]) / 2) - middle;
  return [west + around, south, east + around, north];
}

function areNear(one: Bounds, far: Bounds, degrees = farApart): boolean {
  const other = beside(far, one);
  const apart = (low: 0 | 1, high: 2 | 3) => Math.max(one[low], other[low]) - Math.min(one[high], other[high]);
  return apart(0, 2) < degrees && apart(1, 3) < degrees;
}

function union(one: Bounds, far: Bounds): Bounds {
  const other = beside(far, one);
  return [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])];
}

/** Boxes of a size in the corners of a picture. */
function cornersOf({ width, height }: Size, size: Size): Box[] {
  const [right, bottom] = [size.width - width, size.height - height];
  return [
    { left: right, top: 0, width, height },
    { left: 0, top: bottom, width, height },
    { left: 0, top: 0, width, height },
    { left: right, top: bottom, width, height },
  ];
}

export function overlaps(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}

type Rings = readonly (readonly Position[])[];

const ringsOf = (areas: readonly Area[], projection: GeoProjection) => areas.map((area) => ringsOnPaper(area, projection));

/** The rings of an area in pixels. Points that the projection does not show are left out. */
export function ringsOnPaper({ geometry }: Area, projection: GeoProjection): Rings {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map((ring) =>
    ring.flatMap(([lon = 0, lat = 0]) => {
      const point = projection([lon, lat]);
      return point === null ? [] : [point];
    }),
  );
}
