import type { CellProperties, IncidentPointProperties } from '@monitor/contract';
import { type Box, incidentTypes, type IncidentType } from '@monitor/domain';
import type { Geometry } from 'geojson';
import { parseComposition, type Share } from './donut.ts';
import { donutRadius, dotRadius, type FigureScale } from './figure-size.ts';

interface Figure {
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
  readonly killed: number;
  readonly injured: number;
}

/** Several incidents of one location drawn as one donut. */
export interface CellFigure extends Figure {
  readonly kind: 'cell';
  /** Code of the location. */
  readonly country: string;
  readonly count: number;
  readonly shares: readonly Share[];
  readonly bounds: Box;
}

/** One incident drawn as a dot. */
export interface IncidentFigure extends Figure {
  readonly kind: 'incident';
  readonly id: string;
  readonly type: IncidentType;
  readonly occurredOn: string;
}

export type MapFigure = CellFigure | IncidentFigure;

/** What of a tile's feature is needed to read a figure. */
export interface TileFeature {
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, unknown>> | null;
}

/** Reads a feature of the incident tiles; undefined where it is not one of ours. */
export function readFigure({ geometry, properties }: TileFeature): MapFigure | undefined {
  if (geometry.type !== 'Point' || !properties) return undefined;
  const [lon = 0, lat = 0] = geometry.coordinates;
  const { country, count, killed, injured, types, bounds } = properties as Partial<CellProperties>;
  const casualties = { lon, lat, killed: killed ?? 0, injured: injured ?? 0 };
  if (country !== undefined && count !== undefined && types !== undefined && bounds !== undefined) {
    const box = parseBounds(bounds);
    return box && { kind: 'cell', ...casualties, country, count, shares: parseComposition(types), bounds: box };
  }
  const { id, type, occurred_on: occurredOn } = properties as Partial<IncidentPointProperties>;
  if (id === undefined || type === undefined || occurredOn === undefined) return undefined;
  return { kind: 'incident', ...casualties, id, type: incidentTypes.has(type) ? type : 'other', occurredOn };
}

/** Radius of a figure on screen in CSS pixels. */
export function figureRadius(figure: MapFigure, scale: FigureScale): number {
  if (figure.kind === 'cell') return donutRadius(figure.count, scale);
  return figure.killed > 0 ? dotRadius.killed : dotRadius.plain;
}

/** About a metre: incidents closer than this stay one circle at any zoom. Degrees. */
const samePlace = 1e-5;

/** True where zooming in can tell the incidents of a cell apart. */
export function canSplit({ bounds: [west, south, east, north] }: CellFigure): boolean {
  return east - west > samePlace || north - south > samePlace;
}

/** Bounds of a cell, widened by about a metre so that rounding leaves no incident of it outside. */
export function areaOf({ bounds: [west, south, east, north] }: CellFigure): Box {
  return [west - samePlace, south - samePlace, east + samePlace, north + samePlace];
}

function parseBounds(text: string): Box | undefined {
  const numbers = text.split(',').map(Number);
  const [west, south, east, north] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return undefined;
  if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined;
  return [west, south, east, north];
}
