import type { Box } from '@monitor/domain';
import type { Geometry } from 'geojson';
import type { Share } from './donut.ts';
import type { ShadedArea } from './shading.ts';

/** Something drawn on the map that can be pressed: one incident, or several as one circle. */
export interface Figure {
  /** Name of the layer that it is drawn by. */
  readonly layer: string;
  /** Tells figures apart. */
  readonly key: string;
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
  /** Number of incidents in it. */
  readonly count: number;
  /** What the chosen measure counts of them: the incidents themselves, people killed, weapons … */
  readonly amount: number;
  /** Of that, how much is of each type of incident: what its ring shows. A single incident has its type. */
  readonly shares: readonly Share[];
  /** People. */
  readonly killed: number;
  readonly injured: number;
}

/** Several incidents of one location drawn as one donut. */
export interface CellFigure extends Figure {
  /** Code of the location. */
  readonly country: string;
  readonly bounds: Box;
  /** The most that its radius may be, in CSS pixels, where another is very near. */
  readonly radiusLimit?: number;
}

/** What of a tile's feature is needed to read a figure. */
export interface TileFeature {
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, unknown>> | null;
}

/** Where a feature lies that is a point; undefined if it is none. Degrees. */
export function pointOf(geometry: Geometry): { readonly lon: number; readonly lat: number } | undefined {
  if (geometry.type !== 'Point') return undefined;
  const [lon = 0, lat = 0] = geometry.coordinates;
  return { lon, lat };
}

/** An area that is shaded: a location, a region or a hexagon. `lon` and `lat` are where its popup is. */
export interface AreaFigure extends Figure {
  readonly area: ShadedArea;
}

export function isCell(figure: Figure): figure is CellFigure {
  return 'bounds' in figure;
}

/** Locations and regions have names, hexagons none. */
export function isNamed({ key }: Figure): boolean {
  return /^[A-Z]{2}(?:-|$)/.test(key);
}

export function isArea(figure: Figure): figure is AreaFigure {
  return 'area' in figure;
}
